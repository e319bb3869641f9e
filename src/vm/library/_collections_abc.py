# collections.abc: what containers promise, and what they get for it.

from abc import ABCMeta, abstractmethod


def _has(cls, *names):
    for name in names:
        for base in cls.__mro__:
            attributes = base.__dict__
            if name in attributes:
                if attributes[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class Hashable(metaclass=ABCMeta):
    __slots__ = ()
    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Hashable:
            return NotImplemented
        return other not in _unhashable and _has(other, "__hash__")


class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    @abstractmethod
    def __iter__(self):
        return iter(())

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Iterable:
            return NotImplemented
        return True if other in _iterables else _has(other, "__iter__")


class Iterator(Iterable):
    __slots__ = ()
    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Iterator:
            return NotImplemented
        return True if other in _iterators else _has(other, "__iter__", "__next__")


class Reversible(Iterable):
    __slots__ = ()
    @abstractmethod
    def __reversed__(self):
        return iter(())

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Reversible:
            return NotImplemented
        if "__reversed__" not in other.__dict__ and any([base in _reversible for base in other.__mro__]):
            return True
        return _has(other, "__reversed__", "__iter__")


class Generator(Iterator):
    __slots__ = ()
    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__iter__", "__next__", "send", "throw", "close") if cls is Generator else NotImplemented


class Sized(metaclass=ABCMeta):
    __slots__ = ()
    @abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Sized:
            return NotImplemented
        return True if other in _sized else _has(other, "__len__")


class Container(metaclass=ABCMeta):
    __slots__ = ()
    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Container:
            return NotImplemented
        return True if other in _sized else _has(other, "__contains__")


class Collection(Sized, Iterable, Container):
    __slots__ = ()
    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Collection:
            return NotImplemented
        return True if other in _sized else _has(other, "__len__", "__iter__", "__contains__")


class Callable(metaclass=ABCMeta):
    __slots__ = ()
    @abstractmethod
    def __call__(self, *args, **kwds):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Callable:
            return NotImplemented
        return True if other.__name__ in _callables else _has(other, "__call__")


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__await__") if cls is Awaitable else NotImplemented


class Coroutine(Awaitable):
    __slots__ = ()
    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Coroutine:
            return NotImplemented
        return True if other.__name__ == "coroutine" else _has(other, "__await__", "send", "throw", "close")


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__aiter__") if cls is AsyncIterable else NotImplemented


class AsyncIterator(AsyncIterable):
    __slots__ = ()
    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__aiter__", "__anext__") if cls is AsyncIterator else NotImplemented


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__anext__", "asend", "athrow", "aclose") if cls is AsyncGenerator else NotImplemented


class Sequence(Reversible, Collection):
    __slots__ = ()
    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        position = 0
        try:
            while True:
                yield self[position]
                position += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def index(self, value, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        while stop is None or start < stop:
            try:
                item = self[start]
            except IndexError:
                break
            if item is value or item == value:
                return start
            start += 1
        raise ValueError

    def count(self, value):
        count = 0
        for item in self:
            if item is value or item == value:
                count += 1
        return count

    @classmethod
    def __subclasshook__(cls, other):
        return NotImplemented


class MutableSequence(Sequence):
    __slots__ = ()
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    __slots__ = ()
    def __le__(self, other):
        for item in self:
            if item not in other:
                return False
        return True

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        for item in other:
            if item not in self:
                return False
        return True

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other)

    __hash__ = None

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __and__(self, other):
        return self._from_iterable([value for value in other if value in self])

    def __or__(self, other):
        return self._from_iterable(list(self) + list(other))

    def __sub__(self, other):
        return self._from_iterable([value for value in self if value not in other])

    def __xor__(self, other):
        return self._from_iterable([value for value in self if value not in other]
                                   + [value for value in other if value not in self])

    def isdisjoint(self, other):
        for value in other:
            if value in self:
                return False
        return True

    @classmethod
    def __subclasshook__(cls, other):
        return NotImplemented


class MutableSet(Set):
    __slots__ = ()
    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        for value in list(self):
            self.discard(value)

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self


class Mapping(Collection):
    __slots__ = ()
    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, (Mapping, dict)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    @classmethod
    def __subclasshook__(cls, other):
        return NotImplemented


class MutableMapping(Mapping):
    __slots__ = ()
    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **kwds):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    __slots__ = ("_mapping",)
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return type(self).__name__ + "(" + repr(self._mapping) + ")"


class KeysView(MappingView, Set):
    __slots__ = ()
    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


class ItemsView(MappingView, Set):
    __slots__ = ()
    def __contains__(self, item):
        key, value = item
        return key in self._mapping and self._mapping[key] == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


class ValuesView(MappingView, Collection):
    __slots__ = ()
    def __contains__(self, value):
        for key in self._mapping:
            if self._mapping[key] == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, other):
        return _has(other, "__buffer__") if cls is Buffer else NotImplemented


_views = (type({}.keys()), type({}.items()))
_unhashable = (list, dict, set, bytearray) + _views
_reversible = (list, tuple, str, dict, range, bytes, bytearray, type({}.values())) + _views
_sized = (list, tuple, dict, set, frozenset, str, bytes, bytearray, range, type({}.values())) + _views
_iterators = (type(iter([])), type(iter(())), type(iter("")), type(iter(b"")), type(iter({})), type(iter(set())),
              type(iter(range(0))), type(iter({}.values())), type(iter({}.items())), enumerate, zip, map, filter,
              type(reversed([])), type((lambda: (yield))()))
_iterables = _sized + _iterators
_callables = ("function", "method", "builtin_function_or_method", "type")

for _type in (list, tuple, str, bytes, bytearray, range):
    Sequence.register(_type)
for _type in (list, bytearray):
    MutableSequence.register(_type)
for _type in (set, frozenset, type({}.keys()), type({}.items())):
    Set.register(_type)
MutableSet.register(set)
Mapping.register(dict)
MutableMapping.register(dict)
Buffer.register(bytes)
Buffer.register(bytearray)
KeysView.register(type({}.keys()))
ItemsView.register(type({}.items()))
ValuesView.register(type({}.values()))

for _type in list(globals().values()):
    if isinstance(_type, ABCMeta):
        _type.__module__ = "collections.abc"
