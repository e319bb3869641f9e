# What a metaclass says of its classes; enums that refuse changes, combine flags and mix with str.
import enum


class Meta(type):
    def __repr__(cls):
        return "<meta " + cls.__name__ + ">"

    def __len__(cls):
        return 3

    def __contains__(cls, item):
        return item == 1

    def __getattr__(cls, name):
        return name.upper()


class A(metaclass=Meta):
    pass


print(A, repr(A), str(A), f"{A}", "%s" % A, [A], {"a": A}, len(A), 1 in A, A.word)


class Light(enum.Enum):
    RED = "stop"
    GREEN = "go"

    @property
    def next(self):
        members = list(Light)
        return members[(members.index(self) + 1) % len(members)]


print(Light, Light.RED.next, Light.RED.next.next is Light.RED, Light.__members__)
for change in (lambda: setattr(Light, "RED", 3), lambda: delattr(Light, "RED")):
    try:
        change()
    except AttributeError as error:
        print(error)
Light.other = 5
print(Light.other, Light("go"))


class Color(str, enum.Enum):
    A = "a"


class Name(enum.StrEnum):
    FOO = enum.auto()


print(Color, Color.A, Name.FOO, f"{Name.FOO:>5}", Color.A == "a", enum.unique(Color), repr(Name.FOO))


class Permission(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W
    ALL = RW | X


print(Permission.R | Permission.W, Permission.RW & Permission.R, ~Permission.R, Permission.ALL.value, list(Permission))
print(Permission.R in Permission.RW, bool(Permission(0)), list(Permission.RW))


class Side(enum.IntFlag):
    N = enum.auto()
    E = enum.auto()
    S = enum.auto()


print(repr(Side.N | Side.S), Side.N | Side.S, Side(5), Side.N in Side(5), Side.N & 3, 8 | Side.N == 9)

# stdout:
#| <meta A> <meta A> <meta A> <meta A> <meta A> [<meta A>] {'a': <meta A>} 3 True WORD
#| <enum 'Light'> Light.GREEN True {'RED': <Light.RED: 'stop'>, 'GREEN': <Light.GREEN: 'go'>}
#| cannot reassign member 'RED'
#| 'Light' cannot delete member 'RED'.
#| 5 Light.GREEN
#| <enum 'Color'> Color.A foo   foo True <enum 'Color'> <Name.FOO: 'foo'>
#| Permission.RW Permission.R Permission.W|X 7 [<Permission.R: 1>, <Permission.W: 2>, <Permission.X: 4>]
#| True False [<Permission.R: 1>, <Permission.W: 2>]
#| <Side.N|S: 5> 5 5 True 1 True
