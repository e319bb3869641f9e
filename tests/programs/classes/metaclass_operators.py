# Operators of classes are those of their metaclass.
class M(type):
    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __add__(cls, other):
        return cls.__name__ + other.__name__

    def __or__(cls, other):
        return "either " + cls.__name__

    def __rmul__(cls, other):
        return [cls.__name__] * other

    def __bool__(cls):
        return False

    def __eq__(cls, other):
        return cls.__name__.lower() == getattr(other, "__name__", "").lower()

    def __hash__(cls):
        return 1


class B(metaclass=M):
    pass


class A(metaclass=M):
    pass


class b(metaclass=M):
    pass


print(bool(A), B == b, B != b, B == A, {B: 5}.get(b), B in [b])
print([c.__name__ for c in sorted([B, A])], A + B, A | B, 2 * A)
if not A:
    print("A is false")


class Checked(type):
    def __instancecheck__(cls, value):
        print("asked about", value)
        return super().__instancecheck__(value)

    def __subclasscheck__(cls, sub):
        return type.__subclasscheck__(cls, sub)


class C(metaclass=Checked):
    pass


print(isinstance(1, C), issubclass(int, C), issubclass(C, C), isinstance([C()][:0], C))


class Base:
    def __init_subclass__(cls, *, tag, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag


class Right(Base, tag=1):
    pass


try:
    class Wrong(Base, tag=1, other=2):
        pass
except TypeError as e:
    print(e)
print(Right.tag)

try:
    Right.__dict__["tag"] = 2
except TypeError as e:
    print(e)
print(type(Right.__dict__).__name__, Right.__dict__["tag"], "tag" in vars(Right))

# stdout:
#| False True False False 5 True
#| ['A', 'B'] AB either A ['A', 'A']
#| A is false
#| asked about 1
#| asked about []
#| False False True False
#| Wrong.__init_subclass__() takes no keyword arguments
#| 1
#| 'mappingproxy' object does not support item assignment
#| mappingproxy 1 True
