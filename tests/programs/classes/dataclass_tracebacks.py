# The methods that `@dataclass` makes are in the file "<string>" where they fail.
import traceback
from dataclasses import InitVar, dataclass, field


@dataclass
class Account:
    owner: str
    scale: InitVar[int]
    balance: int = 0
    notes: list = field(default_factory=list)
    kind: str = field(default="plain", init=False)

    def __post_init__(self, scale):
        if self.balance < 0:
            raise ValueError("negative balance")


@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int


def fails():
    raise RuntimeError("no default")


@dataclass(init=False)
class Bare:
    x: int = 0

    def __init__(self):
        self.x = 1


@dataclass
class Lazy:
    a: int
    b: int = field(default_factory=fails)


@dataclass(order=True)
class Mixed:
    value: object


def show(call):
    try:
        call()
    except Exception as error:
        for line in traceback.format_exc().splitlines():
            if "<string>" in line:
                print(line)
        print(type(error).__name__, error)


class Odd:
    def __eq__(self, other):
        raise ValueError("not comparable")

    def __hash__(self):
        raise ValueError("not hashable")

    def __repr__(self):
        raise ValueError("not shown")


def assign():
    Point(1, 2).x = 3


def delete():
    del Point(1, 2).y


show(lambda: Account("a", 1, -1))
show(assign)
show(delete)
show(lambda: Lazy(1))
show(lambda: Mixed(1) < Mixed("a"))
show(lambda: Mixed(1) <= Mixed("a"))
show(lambda: Mixed(1) > Mixed("a"))
show(lambda: Mixed(1) >= Mixed("a"))
show(lambda: Mixed(Odd()) == Mixed(1))
show(lambda: repr(Mixed(Odd())))
show(lambda: hash(Point(Odd(), 1)))
show(lambda: Account())
show(lambda: Account("a", 1, colour=2))
print(Bare().x)
Account("b", 2, balance=-5)

# stdout:
#|   File "<string>", line 6, in __init__
#| ValueError negative balance
#|   File "<string>", line 32, in __setattr__
#| FrozenInstanceError cannot assign to field 'x'
#|   File "<string>", line 36, in __delattr__
#| FrozenInstanceError cannot delete field 'y'
#|   File "<string>", line 4, in __init__
#| RuntimeError no default
#|   File "<string>", line 15, in __lt__
#| TypeError '<' not supported between instances of 'int' and 'str'
#|   File "<string>", line 19, in __le__
#| TypeError '<=' not supported between instances of 'int' and 'str'
#|   File "<string>", line 23, in __gt__
#| TypeError '>' not supported between instances of 'int' and 'str'
#|   File "<string>", line 27, in __ge__
#| TypeError '>=' not supported between instances of 'int' and 'str'
#|   File "<string>", line 11, in __eq__
#| ValueError not comparable
#|   File "<string>", line 6, in __repr__
#| ValueError not shown
#|   File "<string>", line 39, in __hash__
#| ValueError not hashable
#| TypeError Account.__init__() missing 2 required positional arguments: 'owner' and 'scale'
#| TypeError Account.__init__() got an unexpected keyword argument 'colour'
#| 1
# stderr:
#| Traceback (most recent call last):
#|   File "dataclass_tracebacks.py", line 91, in <module>
#|     Account("b", 2, balance=-5)
#|     ~~~~~~~^^^^^^^^^^^^^^^^^^^^
#|   File "<string>", line 6, in __init__
#|   File "dataclass_tracebacks.py", line 16, in __post_init__
#|     raise ValueError("negative balance")
#| ValueError: negative balance
# exit: 1
