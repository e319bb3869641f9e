# A special method may be whatever a descriptor gives.
import functools


class V:
    def __init__(self, x):
        self.x = x

    @functools.singledispatchmethod
    def __mul__(self, other):
        return NotImplemented

    @__mul__.register
    def _(self, other: int):
        return V(self.x * other)

    def _combine(self, sign, other):
        return V(self.x + sign * other.x)

    __add__ = functools.partialmethod(_combine, 1)
    __sub__ = functools.partialmethod(_combine, -1)

    @property
    def __iter__(self):
        return lambda: iter([self.x, self.x])


print((V(2) * 3).x, (V(2) + V(5)).x, (V(2) - V(5)).x, list(V(4)))
try:
    V(2) * "a"
except TypeError as e:
    print(e)


class Asked:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, owner, cls=None):
        return lambda *args: (self.name, type(owner).__name__, args)


class W:
    __getitem__ = Asked()
    __call__ = Asked()
    __setitem__ = Asked()


w = W()
print(w[1], w("a", "b"))
w[1] = 2


class Cached:
    def __init__(self, items):
        self.items = items

    @functools.lru_cache
    def __getitem__(self, key):
        print("looked up", key)
        return self.items[key]


c = Cached({"a": 1})
print(c["a"], c["a"])


class Begun:
    def _set(self, a, b):
        self.values = (a, b)

    __init__ = functools.partialmethod(_set, 1)


print(Begun(2).values)

# stdout:
#| 6 7 -3 [4, 4]
#| can't multiply sequence by non-int of type 'V'
#| ('__getitem__', 'W', (1,)) ('__call__', 'W', ('a', 'b'))
#| looked up a
#| 1 1
#| (1, 2)
