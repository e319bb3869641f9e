# Abstract classes of the program without a hook of their own, abstract collections asked of everything, super().__lt__.
import collections
import collections.abc
import queue
import types
from abc import ABC, abstractmethod
from collections import abc


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...


class Square(Shape):
    def area(self):
        return 1

    def __lt__(self, other):
        return super().__lt__(other)


class Stranger:
    pass


print(isinstance(Square(), Shape), isinstance(Stranger(), Shape), issubclass(Square, Shape), issubclass(int, Shape))
Shape.register(Stranger)
print(isinstance(Stranger(), Shape), issubclass(Stranger, Shape), Shape.__subclasshook__(int), object.__lt__(1, 2))
try:
    Square() < Square()
except TypeError as error:
    print(error)


class Sized2:
    def __len__(self):
        return 0


class Stream:
    def send(self):
        pass

    throw = close = __iter__ = __next__ = send


class Callback:
    def __call__(self):
        pass

    __hash__ = None


class Unsized(Sized2):
    __len__ = None


names = sorted(name for name in dir(abc) if name[0].isupper())
names = [name for name in names if name not in ("ABCMeta", "GenericAlias", "EllipsisType", "FunctionType", "ByteString")]


def generator():
    yield


async def coroutine():
    pass


async def stream():
    yield


waiting = coroutine()
for thing in ({}.values(), {}.keys(), {}.items(), bytearray(), b"", range(1), generator(), waiting, stream(), [], (), {},
              set(), frozenset(), "", 1, None, generator, len, int, iter([]), iter({}), zip(), map(str, []),
              enumerate([]), reversed([]), collections.deque(), collections.OrderedDict(), collections.ChainMap(),
              collections.UserList(), types.MappingProxyType({}), slice(1), queue.Queue(), object(),
              collections.namedtuple("P", "x")(1), Sized2(), Stream(), Callback(), Unsized()):
    print(type(thing).__name__, *[name for name in names if isinstance(thing, getattr(abc, name))])
waiting.close()
print(type(True.real), True.numerator, (5).real, (2.5).real)

# stdout:
#| True False True False
#| True True NotImplemented NotImplemented
#| '<' not supported between instances of 'Square' and 'Square'
#| dict_values Collection Container Hashable Iterable MappingView Reversible Sized ValuesView
#| dict_keys Collection Container Iterable KeysView MappingView Reversible Set Sized
#| dict_items Collection Container ItemsView Iterable MappingView Reversible Set Sized
#| bytearray Buffer Collection Container Iterable MutableSequence Reversible Sequence Sized
#| bytes Buffer Collection Container Hashable Iterable Reversible Sequence Sized
#| range Collection Container Hashable Iterable Reversible Sequence Sized
#| generator Generator Hashable Iterable Iterator
#| coroutine Awaitable Coroutine Hashable
#| async_generator AsyncGenerator AsyncIterable AsyncIterator Hashable
#| list Collection Container Iterable MutableSequence Reversible Sequence Sized
#| tuple Collection Container Hashable Iterable Reversible Sequence Sized
#| dict Collection Container Iterable Mapping MutableMapping Reversible Sized
#| set Collection Container Iterable MutableSet Set Sized
#| frozenset Collection Container Hashable Iterable Set Sized
#| str Collection Container Hashable Iterable Reversible Sequence Sized
#| int Hashable
#| NoneType Hashable
#| function Callable Hashable
#| builtin_function_or_method Callable Hashable
#| type Callable Hashable
#| list_iterator Hashable Iterable Iterator
#| dict_keyiterator Hashable Iterable Iterator
#| zip Hashable Iterable Iterator
#| map Hashable Iterable Iterator
#| enumerate Hashable Iterable Iterator
#| list_reverseiterator Hashable Iterable Iterator
#| deque Collection Container Iterable MutableSequence Reversible Sequence Sized
#| OrderedDict Collection Container Iterable Mapping MutableMapping Reversible Sized
#| ChainMap Collection Container Iterable Mapping MutableMapping Sized
#| UserList Collection Container Iterable MutableSequence Reversible Sequence Sized
#| mappingproxy Collection Container Hashable Iterable Mapping Reversible Sized
#| slice Hashable
#| Queue Hashable
#| object Hashable
#| P Collection Container Hashable Iterable Reversible Sequence Sized
#| Sized2 Hashable Sized
#| Stream Generator Hashable Iterable Iterator
#| Callback Callable
#| Unsized Hashable
#| <class 'int'> 1 5 2.5
