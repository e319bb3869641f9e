# Mappings of all kinds joined by `|`; signatures of dataclasses and named tuples; what is a context manager.
import collections
import dataclasses
import inspect
import threading
import typing
from contextlib import AbstractAsyncContextManager, AbstractContextManager, suppress

ordered = collections.OrderedDict(a=1)
print(ordered | {"b": 2}, {"c": 3} | ordered, type(ordered | {}).__name__)
ordered |= {"d": 4}
print(ordered)
counts = collections.defaultdict(int, a=1)
print(counts | {"b": 2}, {"c": 3} | counts)
chain = collections.ChainMap({"a": 1}, {"b": 2})
print(chain | {"a": 5}, {"z": 0, "a": 9} | chain)
chain |= {"q": 1}
print(chain)
user = collections.UserDict(a=1)
print(user | {"b": 2}, {"c": 3} | user, type(user | {}).__name__)
for left, right in ((ordered, [1]), (counts, 5), (chain, 3)):
    try:
        left | right
    except TypeError as error:
        print(error)


@dataclasses.dataclass
class Point:
    x: int
    y: int = 2
    tags: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=0, init=False)
    name: str = dataclasses.field(default="p", kw_only=True)


class Pair(typing.NamedTuple):
    first: int
    second: str = "b"


Plain = collections.namedtuple("Plain", "a b", defaults=[3])
for cls in (Point, Pair, Plain):
    print(cls.__name__, inspect.signature(cls))
print(inspect.signature(Point).bind(1, y=3).arguments)


class Own:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None


for value in (threading.Lock(), threading.Condition(), threading.Semaphore(), Own(), suppress(), 5):
    print(isinstance(value, AbstractContextManager), isinstance(value, AbstractAsyncContextManager))
print(issubclass(Own, AbstractContextManager), issubclass(int, AbstractContextManager))

# stdout:
#| OrderedDict({'a': 1, 'b': 2}) OrderedDict({'c': 3, 'a': 1}) OrderedDict
#| OrderedDict({'a': 1, 'd': 4})
#| defaultdict(<class 'int'>, {'a': 1, 'b': 2}) defaultdict(<class 'int'>, {'c': 3, 'a': 1})
#| ChainMap({'a': 5}, {'b': 2}) ChainMap({'z': 0, 'a': 1, 'b': 2})
#| ChainMap({'a': 1, 'q': 1}, {'b': 2})
#| {'a': 1, 'b': 2} {'c': 3, 'a': 1} UserDict
#| unsupported operand type(s) for |: 'collections.OrderedDict' and 'list'
#| unsupported operand type(s) for |: 'collections.defaultdict' and 'int'
#| unsupported operand type(s) for |: 'ChainMap' and 'int'
#| Point (x: int, y: int = 2, tags: list = <factory>, *, name: str = 'p') -> None
#| Pair (first: int, second: str = 'b')
#| Plain (a, b=3)
#| {'x': 1, 'y': 3}
#| True False
#| True False
#| True False
#| True False
#| True False
#| False False
#| True False
