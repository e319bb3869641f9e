# What CPython has in C beneath `collections`: no other thread gets in between.

import _lockstep

# From this length on.
_LONG = 256


class deque:
    # The items are a list. Of a long one the front is let go in batches: `_gone` places hold nothing any more.
    __module__ = "collections"
    __hash__ = None
    _gone = 0
    _abstract = ("Sequence", "MutableSequence")

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._maxlen = maxlen
        self._changes = 0
        deque.extend(self, iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, x, /):
        self._items.append(x)
        self._changes += 1
        if self._maxlen is not None and len(self._items) - self._gone > self._maxlen:
            self._drop_first()

    def appendleft(self, x, /):
        if self._gone == 0 and len(self._items) >= _LONG:
            self._gone = len(self._items) // 2
            self._items[:0] = [None] * self._gone
        if self._gone:
            self._gone -= 1
            self._items[self._gone] = x
        else:
            self._items.insert(0, x)
        self._changes += 1
        if self._maxlen is not None and len(self._items) - self._gone > self._maxlen:
            del self._items[-1]

    def _drop_first(self):
        if len(self._items) < _LONG:
            self._tidy()
            return self._items.pop(0)
        item = self._items[self._gone]
        self._items[self._gone] = None
        self._gone += 1
        if self._gone * 2 > len(self._items):
            self._tidy()
        return item

    def _tidy(self):
        if self._gone:
            del self._items[:self._gone]
            self._gone = 0
        return self._items

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        append = deque.append
        for item in iterable:
            append(self, item)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        appendleft = deque.appendleft
        for item in iterable:
            appendleft(self, item)

    def pop(self):
        if len(self._items) == self._gone:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if len(self._items) == self._gone:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._drop_first()

    def clear(self):
        self._changes += 1
        self._tidy().clear()

    def copy(self):
        if type(self) is deque:
            return deque(self._tidy(), self._maxlen)
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, x, /):
        return self._tidy().count(x)

    def index(self, x, start=0, stop=None, /):
        items = self._tidy()[start:stop]
        try:
            at = items.index(x)
        except ValueError:
            raise ValueError(repr(x) + " is not in deque") from None
        return at + (start if start >= 0 else max(0, len(self._items) + start))

    def insert(self, i, x, /):
        if self._maxlen is not None and len(self._tidy()) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._changes += 1
        self._tidy().insert(i, x)

    def remove(self, value, /):
        try:
            self._tidy().remove(value)
        except ValueError:
            raise ValueError(repr(value) + " is not in deque") from None
        self._changes += 1

    def reverse(self):
        self._tidy().reverse()

    def rotate(self, n=1, /):
        size = len(self._tidy())
        if size:
            n %= size
            self._changes += 1
            self._items[:] = self._items[size - n:] + self._items[:size - n]

    def __len__(self):
        return len(self._items) - self._gone

    def __bool__(self):
        return len(self._items) > self._gone

    def __contains__(self, x):
        return x in self._tidy()

    def __iter__(self):
        return self._iterate(self._changes)

    def _iterate(self, changes):
        position = 0
        while position < len(self._items) - self._gone or self._changes != changes:
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._gone + position]
            position += 1

    def __reversed__(self):
        return reversed(self._tidy())

    def _place(self, i):
        if not isinstance(i, int):
            raise TypeError("sequence index must be integer, not '" + type(i).__name__ + "'")
        size = len(self._items) - self._gone
        if not -size <= i < size:
            raise IndexError("deque index out of range")
        return i + self._gone if i >= 0 else i

    def __getitem__(self, i):
        return self._items[self._place(i)]

    def __setitem__(self, i, x):
        self._items[self._place(i)] = x

    def __delitem__(self, i):
        del self._items[self._place(i)]
        self._changes += 1

    def __eq__(self, other):
        return self._tidy() == other._tidy() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._tidy() < other._tidy() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._tidy() <= other._tidy() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._tidy() > other._tidy() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._tidy() >= other._tidy() if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "' + type(other).__name__ + '") to deque')
        result = deque.copy(self)
        deque.extend(result, other)
        return result

    def __iadd__(self, other):
        deque.extend(self, other)
        return self

    def __mul__(self, n):
        return deque.__imul__(deque.copy(self), n)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = self._tidy() * n
        deque.clear(self)
        deque.extend(self, items)
        return self

    def __repr__(self):
        if _lockstep.again():
            return "[...]"
        items = [repr(item) for item in (self._tidy() if type(self) is deque else list(self))]
        text = type(self).__name__ + "([" + ", ".join(items) + "]"
        if self._maxlen is not None:
            text += ", maxlen=" + repr(self._maxlen)
        return text + ")"

    def __reduce__(self):
        if self._maxlen is None:
            return type(self), (list(self._tidy()),)
        return type(self), (list(self._tidy()), self._maxlen)


class defaultdict(dict):
    __module__ = "collections"

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        dict.update(self, *args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return type(self).__name__ + "(" + repr(self.default_factory) + ", " + dict.__repr__(self) + ")"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = defaultdict.copy(self)
        dict.update(result, other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        dict.update(result, self)
        return result

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(list(self.items()))


class OrderedDict(dict):
    __module__ = "collections"

    def update(self, /, *others, **kwds):
        if type(self).__setitem__ is dict.__setitem__:
            dict.update(self, *others, **kwds)
            return
        if len(others) > 1:
            raise TypeError("update() takes at most 1 positional argument (" + str(len(others)) + " given)")
        for other in others:
            if type(other) is not dict and hasattr(other, "keys"):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other.items() if type(other) is dict else other:
                    self[key] = value
        for key, value in kwds.items():
            self[key] = value

    __init__ = update

    def setdefault(self, key, default=None):
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def popitem(self, last=True):
        if not dict.__len__(self):
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        for key in dict.__iter__(self):
            return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        rest = {}
        dict.update(rest, self)
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def copy(self):
        if type(self) is OrderedDict:
            return OrderedDict(self)
        result = type(self)()
        for key in dict.keys(self):
            result[key] = self[key]
        return result

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        OrderedDict.update(result, other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        OrderedDict.update(result, self)
        return result

    def __ior__(self, other):
        OrderedDict.update(self, other)
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(dict.items(self)) == list(dict.items(other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        if _lockstep.again():
            return "..."
        if not dict.__len__(self):
            return type(self).__name__ + "()"
        return type(self).__name__ + "(" + dict.__repr__(self) + ")"

    def __reduce__(self):
        return type(self), (), None, None, iter(list(self.items()))
