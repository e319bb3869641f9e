# Sequence and mapping patterns match whatever is a sequence or a mapping; class patterns and their mistakes.
import array
import collections
import collections.abc
import types

class Pair(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return [1, 2][i]

class Table(collections.abc.Mapping):
    def __len__(self): return 1
    def __getitem__(self, key): return {"a": 1}[key]
    def __iter__(self): return iter("a")

class Plain:
    def __len__(self): return 2
    def __getitem__(self, i): return [1, 2][i]

def show(subject):
    match subject:
        case [a, b]:
            print(type(subject).__name__, "sequence", a, b)
        case {"a": x, **rest}:
            print(type(subject).__name__, "mapping", x, rest)
        case _:
            print(type(subject).__name__, "neither")

for subject in (collections.deque([1, 2]), array.array("i", [1, 2]), collections.UserList([1, 2]), range(2), Pair(),
                Plain(), "ab", b"ab", {1, 2}, collections.UserString("ab"), collections.ChainMap({"a": 1}, {"b": 2}),
                collections.UserDict({"a": 1, "c": 3}), collections.OrderedDict(a=1), collections.Counter("a"),
                collections.defaultdict(int), types.MappingProxyType({"a": 1}), Table()):
    show(subject)
print(isinstance(collections.deque(), collections.abc.MutableSequence), isinstance({}.keys(), collections.abc.Set))

class Point:
    __match_args__ = ("x",)
    def __init__(self, x): self.x = x

class Bad(Point):
    __match_args__ = ["x"]

class Worse(Point):
    __match_args__ = (1,)

for pattern in (0, 1, 2):
    try:
        match (Point, Bad, Worse)[pattern](1):
            case Bad(1): print("bad")
            case Worse(1): print("worse")
            case Point(1, x=1): print("twice")
    except TypeError as error:
        print(error)

# stdout:
#| deque sequence 1 2
#| array sequence 1 2
#| UserList sequence 1 2
#| range sequence 0 1
#| Pair sequence 1 2
#| Plain neither
#| str neither
#| bytes neither
#| set neither
#| UserString sequence a b
#| ChainMap mapping 1 {'b': 2}
#| UserDict mapping 1 {'c': 3}
#| OrderedDict mapping 1 {}
#| Counter mapping 1 {}
#| defaultdict neither
#| mappingproxy mapping 1 {}
#| Table mapping 1 {}
#| True True
#| Point() got multiple sub-patterns for attribute 'x'
#| Bad.__match_args__ must be a tuple (got list)
#| __match_args__ elements must be strings (got int)
