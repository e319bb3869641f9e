# Arrays of numbers: a list that knows its type.

_CODES = "bBuhHiIlLqQfd"
typecodes = "bBuwhHiIlLqQfd"


class array:
    _abstract = ("Sequence", "MutableSequence")

    def __init__(self, typecode, initializer=(), /):
        if typecode not in _CODES:
            raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self._items = [self._check(item) for item in initializer]

    def _check(self, item):
        if self.typecode in "fd":
            return float(item)
        if self.typecode == "u":
            return item
        if not isinstance(item, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(item).__name__)
        return item

    @property
    def itemsize(self):
        return {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "f": 4}.get(self.typecode, 8)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return array(self.typecode, self._items[key])
        try:
            return self._items[key]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._items[key] = [self._check(item) for item in value]
            return
        try:
            self._items[key] = self._check(value)
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, key):
        del self._items[key]

    def __contains__(self, item):
        return item in self._items

    def __eq__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        return self._items == other._items

    def __add__(self, other):
        return array(self.typecode, self._items + other._items)

    def __mul__(self, count):
        return array(self.typecode, self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def append(self, item):
        self._items.append(self._check(item))

    def extend(self, items):
        for item in items:
            self.append(item)

    def insert(self, position, item):
        self._items.insert(position, self._check(item))

    def pop(self, position=-1):
        return self._items.pop(position)

    def remove(self, item):
        self._items.remove(item)

    def index(self, item):
        return self._items.index(item)

    def count(self, item):
        return self._items.count(item)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def __repr__(self):
        if not self._items:
            return "array(%r)" % self.typecode
        if self.typecode == "u":
            return "array(%r, %r)" % (self.typecode, "".join(self._items))
        return "array(%r, %r)" % (self.typecode, self._items)


ArrayType = array
