# Dunders of arithmetic, comparison, containers, calls and conversion.
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Vector({self.x}, {self.y})"
    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)
    def __radd__(self, other):
        return self if other == 0 else NotImplemented
    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self
    def __neg__(self):
        return Vector(-self.x, -self.y)
    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __bool__(self):
        return bool(self.x or self.y)
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __getitem__(self, i):
        return (self.x, self.y)[i]
    def __len__(self):
        return 2
    def __contains__(self, value):
        return value in (self.x, self.y)
    def __call__(self, scale):
        return self * scale
    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

a, b = Vector(1, 2), Vector(3, 4)
print(a + b, a * 2, 2 * a, -a, sum([a, b]), a @ b, abs(b), a(10))
print(a == Vector(1, 2), a != b, {a: "found"}[Vector(1, 2)], bool(Vector(0, 0)), len(a), 2 in a)
x, y = a
print(x, y, list(b), a[1], tuple(reversed(b)))
c = a
c += b
print(a, c is a)
for bad in (lambda: a + 1, lambda: a < b, lambda: a - b, lambda: a[2]):
    try:
        bad()
    except (TypeError, IndexError) as error:
        print(error)

# stdout:
#| Vector(4, 6) Vector(2, 4) Vector(2, 4) Vector(-1, -2) Vector(4, 6) 11 5.0 Vector(10, 20)
#| True True found False 2 True
#| 1 2 [3, 4] 2 (4, 3)
#| Vector(4, 6) True
#| unsupported operand type(s) for +: 'Vector' and 'int'
#| '<' not supported between instances of 'Vector' and 'Vector'
#| unsupported operand type(s) for -: 'Vector' and 'Vector'
#| tuple index out of range
