# Numbers in memory that processes share. Reading and writing a value are two steps, as in CPython.
import _lockstep
import ctypes
import multiprocessing.context as context

typecode_to_type = {
    "c": ctypes.c_char, "u": ctypes.c_wchar,
    "b": ctypes.c_byte, "B": ctypes.c_ubyte,
    "h": ctypes.c_short, "H": ctypes.c_ushort,
    "i": ctypes.c_int, "I": ctypes.c_uint,
    "l": ctypes.c_long, "L": ctypes.c_ulong,
    "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong,
    "f": ctypes.c_float, "d": ctypes.c_double,
}


class _Memory:
    # Cells of the machine's shared memory, for the types of ctypes.
    def __init__(self, kind, length=1):
        values = ctypes._zeros(kind) * length
        self._name = kind.__name__
        self.number = _lockstep.new_shared(values)

    def __reduce_ex__(self, protocol):
        context.assert_spawning(self, self._name)
        return object.__reduce_ex__(self, protocol)

    def get(self, index):
        return _lockstep.shared_get(self.number, index)

    def set(self, index, value):
        _lockstep.shared_set(self.number, index, value)


def _type_of(typecode_or_type):
    kind = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if not isinstance(kind, type) or not issubclass(kind, (ctypes._SimpleCData, ctypes.Structure)):
        raise TypeError("this type has no size")
    return kind


def RawValue(typecode_or_type, *args):
    kind = _type_of(typecode_or_type)
    obj = kind._in(_Memory(kind), 0)
    if issubclass(kind, ctypes.Structure):
        obj._fill(args, {})
    elif args:
        if len(args) > 1:
            raise TypeError("__init__ expected at most 1 argument, got %d" % len(args))
        obj.value = args[0]
    return obj


def RawArray(typecode_or_type, size_or_initializer):
    kind = _type_of(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError("Array length must be >= 0, not %d" % size_or_initializer)
        return _Array(kind, _Memory(kind, size_or_initializer), size_or_initializer)
    len(size_or_initializer)
    items = list(size_or_initializer)
    array = _Array(kind, _Memory(kind, len(items)), len(items))
    for i, item in enumerate(items):
        array[i] = item
    return array


class _Array:
    def __init__(self, kind, cells, length):
        self._type_ = kind
        self._cells = cells
        self._length_ = length

    def __repr__(self):
        return "<multiprocessing.sharedctypes.%s_Array_%d object at %s>" % (
            self._type_.__name__, self._length_, hex(id(self)))

    def __reduce_ex__(self, protocol):
        context.assert_spawning(self, "%s_Array_%d" % (self._type_.__name__, self._length_))
        return object.__reduce_ex__(self, protocol)

    def __len__(self):
        return self._length_

    def _item(self, i):
        return self._type_._in(self._cells, i * ctypes._size_of(self._type_))

    def _positions(self, key):
        return range(*key.indices(self._length_))

    def _index(self, i):
        if not isinstance(i, int):
            raise TypeError("indices must be integers")
        if i < 0:
            i += self._length_
        if i < 0 or i >= self._length_:
            raise IndexError("invalid index")
        return i

    def __getitem__(self, key):
        if isinstance(key, slice):
            items = [self[i] for i in self._positions(key)]
            if self._type_ is ctypes.c_char:
                return b"".join(items)
            if self._type_ is ctypes.c_wchar:
                return "".join(items)
            return items
        item = self._item(self._index(key))
        if issubclass(self._type_, ctypes.Structure):
            return item
        return item.value

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            places = self._positions(key)
            if self._type_ is ctypes.c_char:
                value = [bytes([c]) for c in value]
            items = list(value)
            if len(items) != len(places):
                raise ValueError("Can only assign sequence of same size")
            for i, item in zip(places, items):
                self[i] = item
            return
        item = self._item(self._index(key))
        if issubclass(self._type_, ctypes.Structure):
            if isinstance(value, tuple):
                item._fill(value, {})
            else:
                for name, kind in self._type_._fields_:
                    setattr(item, name, getattr(value, name))
        else:
            item.value = value

    def __iter__(self):
        for i in range(self._length_):
            yield self[i]

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, value):
        self[0:len(value)] = value

    @property
    def value(self):
        if self._type_ not in (ctypes.c_char, ctypes.c_wchar):
            raise AttributeError("'%s_Array_%d' object has no attribute 'value'"
                                 % (self._type_.__name__, self._length_))
        zero = b"\0" if self._type_ is ctypes.c_char else "\0"
        return self[:].split(zero)[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length_:
            raise ValueError("byte string too long")
        self[0:len(value)] = value
        if len(value) < self._length_:
            self._cells.set(len(value), 0)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _locked(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _locked(obj, lock, ctx):
    if lock is False:
        return obj
    if lock is True or lock is None:
        lock = (ctx or context._default_context.get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % (lock,))
    return synchronized(obj, lock)


def synchronized(obj, lock=None, ctx=None):
    lock = lock or (ctx or context._default_context.get_context()).RLock()
    if isinstance(obj, _Array):
        if obj._type_ is ctypes.c_char:
            return SynchronizedString(obj, lock)
        return SynchronizedArray(obj, lock)
    if isinstance(obj, ctypes.Structure):
        return SynchronizedStructure(obj, lock)
    return Synchronized(obj, lock)


class SynchronizedBase:
    def __init__(self, obj, lock):
        self._obj = obj
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return "<%s wrapper for %s>" % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        self.acquire()
        try:
            return self._obj.value
        finally:
            self.release()

    @value.setter
    def value(self, value):
        self.acquire()
        try:
            self._obj.value = value
        finally:
            self.release()


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self:
            return self._obj[start:stop]

    def __iter__(self):
        for i in range(len(self._obj)):
            yield self[i]


class SynchronizedString(SynchronizedArray):
    @property
    def value(self):
        with self:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self:
            self._obj.value = value

    @property
    def raw(self):
        with self:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self:
            self._obj.raw = value


class SynchronizedStructure(SynchronizedBase):
    def __getattr__(self, name):
        if name.startswith("_") or name in ("acquire", "release"):
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        with self._lock:
            return getattr(self._obj, name)

    def __setattr__(self, name, value):
        if name in ("_obj", "_lock", "acquire", "release"):
            object.__setattr__(self, name, value)
            return
        with self._lock:
            setattr(self._obj, name, value)
