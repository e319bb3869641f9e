# Protocols refuse checks that they cannot make; a dataclass without a docstring gets its signature
from dataclasses import KW_ONLY, dataclass, field
from enum import Flag
from typing import Callable, Dict, List, Optional, Protocol, runtime_checkable


class Plain(Protocol):
    def run(self): ...


@runtime_checkable
class Runs(Protocol):
    def run(self): ...


@runtime_checkable
class Named(Protocol):
    name: str

    def run(self): ...


class Runner:
    def run(self): ...


class Never:
    run = None


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


for call in (lambda: isinstance(Runner(), Plain), lambda: issubclass(Runner, Plain), lambda: issubclass(Runner, Runs),
             lambda: issubclass(int, Runs), lambda: issubclass(Runner, Named), lambda: isinstance(Runner(), Named),
             lambda: isinstance(Never(), Runs), lambda: issubclass(Never, Runs), lambda: issubclass(3, Runs),
             lambda: runtime_checkable(Runner), lambda: type("Bad", (Runner, Protocol), {}), lambda: Plain()):
    attempt(call)


@dataclass
class First:
    x: int
    y: str = "a"
    z: list = field(default_factory=list)
    w: Optional[int] = None
    v: "int" = 3


@dataclass
class Second(First):
    "has one"


@dataclass
class Third:
    a: List[int]
    _: KW_ONLY
    b: Dict[str, int] = field(default_factory=dict)
    c: Callable[[int], str] = print
    d: int | None = None
    e: list[int] = field(default_factory=list, init=False)


for cls in First, Second, Third, dataclass(type("Fourth", (), {})):
    print(cls.__doc__)


class Bits(Flag):
    R, W, X = 4, 2, 1


print(Bits(7), 7 in Bits, 8 in Bits, 4 in Bits)
try:
    from threading import Foo
except ImportError as error:
    print(error.name, error.name_from, error.path.rpartition("/")[2], error.msg.rpartition("/")[2])
try:
    from time import Foo
except ImportError as error:
    print(error, error.path, error.name_from)

# stdout:
#| Instance and class checks can only be used with @runtime_checkable protocols
#| Instance and class checks can only be used with @runtime_checkable protocols
#| True
#| False
#| Protocols with non-method members don't support issubclass(). Non-method members: 'name'.
#| False
#| False
#| False
#| issubclass() arg 1 must be a class
#| @runtime_checkable can be only applied to protocol classes, got <class '__main__.Runner'>
#| Protocols can only inherit from other protocols, got <class '__main__.Runner'>
#| Protocols cannot be instantiated
#| First(x: int, y: str = 'a', z: list = <factory>, w: Optional[int] = None, v: 'int' = 3)
#| has one
#| Third(a: List[int], *, b: Dict[str, int] = <factory>, c: Callable[[int], str] = <built-in function print>, d: int | None = None)
#| Fourth()
#| Bits.R|W|X True False True
#| threading Foo threading.py threading.py)
#| cannot import name 'Foo' from 'time' (unknown location) None Foo
