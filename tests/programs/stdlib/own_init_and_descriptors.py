# An `__init__` of the class's own stays; descriptors give defaults; what may be no default.
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass
class Q:
    x: int

    def __init__(self, x):
        self.x = x * 2


@dataclass
class Sq(Q):
    def __init__(self, s):
        super().__init__(s + 1)


@dataclass
class Plain(Q):
    y: int = 1


print(Q(1), Sq(1), Plain(1, 2))


class Desc:
    def __init__(self, *, default):
        self._default = default

    def __set_name__(self, o, n):
        self._name = "_" + n

    def __get__(self, o, t):
        return self._default if o is None else getattr(o, self._name, self._default)

    def __set__(self, o, v):
        setattr(o, self._name, int(v))


@dataclass
class Inv:
    q: Desc = Desc(default=100)


i = Inv()
print(i.q)
i.q = 2.5
print(i.q)


class Unhashable:
    __hash__ = None


def refuse(make):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def one():
    @dataclass
    class A:
        x: ClassVar[int] = field(default_factory=list)


def two():
    @dataclass
    class A:
        x: object = Unhashable()


def three():
    @dataclass(order=True)
    class A:
        x: int

        def __lt__(self, other):
            return True


for make in (one, two, three):
    refuse(make)
from dataclasses import make_dataclass
from collections import namedtuple


@dataclass
class Named:
    name: str
    size: int = 0


Point = namedtuple("Point", "first second")
for make in (lambda: Named(nam="x"), lambda: Named("a", sise=1), lambda: Named(zzzzzz=1), lambda: Point(frist=1, second=2),
             lambda: make_dataclass("M", ["1x"]), lambda: make_dataclass("M", ["x", "x"])):
    refuse(make)

# stdout:
#| Q(x=2) Sq(x=4) Plain(x=1, y=2)
#| 100
#| 2
#| TypeError field x cannot have a default factory
#| ValueError mutable default <class '__main__.Unhashable'> for field x is not allowed: use default_factory
#| TypeError Cannot overwrite attribute __lt__ in class A Consider using functools.total_ordering
#| TypeError Named.__init__() got an unexpected keyword argument 'nam'. Did you mean 'name'?
#| TypeError Named.__init__() got an unexpected keyword argument 'sise'. Did you mean 'size'?
#| TypeError Named.__init__() got an unexpected keyword argument 'zzzzzz'
#| TypeError Point.__new__() got an unexpected keyword argument 'frist'. Did you mean 'first'?
#| TypeError Field names must be valid identifiers: '1x'
#| TypeError Field name duplicated: 'x'
