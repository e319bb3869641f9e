# The simple types of C, as far as shared memory needs them: a value of a type, and structures of such.
import _lockstep


def _whole(bits, signed):
    def convert(value):
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        value = int(value) & ((1 << bits) - 1)
        if signed and value >> (bits - 1):
            value -= 1 << bits
        return value
    return convert


def _as_unsigned_long(stored):
    # Memory holds the upper half of the range as negative numbers.
    return stored if stored >= 0 else stored + (1 << 64)


def _double(value):
    if not isinstance(value, (int, float)):
        raise TypeError("must be real number, not " + type(value).__name__)
    return float(value)


def _single(value):
    return _lockstep.to_single(_double(value))


def _character(value):
    if isinstance(value, (bytes, bytearray)) and len(value) == 1:
        return value[0]
    if isinstance(value, int) and 0 <= value < 256:
        return value
    raise TypeError("one character bytes, bytearray or integer expected")


def _letter(value):
    if not isinstance(value, str):
        raise TypeError("unicode string expected instead of %s instance" % type(value).__name__)
    if len(value) != 1:
        raise TypeError("one character unicode string expected")
    return ord(value)


class _Cells:
    # Where a value lives: here, or in memory that processes share.
    def __init__(self, values):
        self.values = values

    def get(self, index):
        return self.values[index]

    def set(self, index, value):
        self.values[index] = value


class _SimpleCData:
    _size = 1
    _zero = 0

    def __init__(self, *args):
        if len(args) > 1:
            raise TypeError("__init__ expected at most 1 argument, got %d" % len(args))
        self._cells = _Cells([self._zero])
        self._at = 0
        if args:
            self.value = args[0]

    @classmethod
    def _in(cls, cells, at):
        self = cls.__new__(cls)
        self._cells = cells
        self._at = at
        return self

    @property
    def value(self):
        return self._show(self._cells.get(self._at))

    @value.setter
    def value(self, value):
        self._cells.set(self._at, self._convert(value))

    @staticmethod
    def _show(stored):
        return stored

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.value)

    def __bool__(self):
        return bool(self.value)


class c_bool(_SimpleCData):
    _type_ = "?"
    _convert = staticmethod(bool)
    _show = staticmethod(bool)


class c_byte(_SimpleCData):
    _type_ = "b"
    _convert = staticmethod(_whole(8, True))


class c_ubyte(_SimpleCData):
    _type_ = "B"
    _convert = staticmethod(_whole(8, False))


class c_short(_SimpleCData):
    _type_ = "h"
    _convert = staticmethod(_whole(16, True))


class c_ushort(_SimpleCData):
    _type_ = "H"
    _convert = staticmethod(_whole(16, False))


class c_int(_SimpleCData):
    _type_ = "i"
    _convert = staticmethod(_whole(32, True))


class c_uint(_SimpleCData):
    _type_ = "I"
    _convert = staticmethod(_whole(32, False))


class c_long(_SimpleCData):
    _type_ = "l"
    _convert = staticmethod(_whole(64, True))


class c_ulong(_SimpleCData):
    _type_ = "L"
    _convert = staticmethod(_whole(64, True))
    _show = staticmethod(_as_unsigned_long)


c_longlong = c_long
c_ulonglong = c_ulong
c_int8 = c_byte
c_uint8 = c_ubyte
c_int16 = c_short
c_uint16 = c_ushort
c_int32 = c_int
c_uint32 = c_uint
c_int64 = c_long
c_uint64 = c_ulong
c_size_t = c_ulong
c_ssize_t = c_long


class c_float(_SimpleCData):
    _type_ = "f"
    _zero = 0.0
    _convert = staticmethod(_single)


class c_double(_SimpleCData):
    _type_ = "d"
    _zero = 0.0
    _convert = staticmethod(_double)


def _as_bytes(stored):
    return bytes([stored])


class c_char(_SimpleCData):
    _type_ = "c"
    _convert = staticmethod(_character)
    _show = staticmethod(_as_bytes)


class c_wchar(_SimpleCData):
    _type_ = "u"
    _convert = staticmethod(_letter)
    _show = staticmethod(chr)


class Structure:
    _fields_ = ()

    def __init__(self, *args, **kwargs):
        self._attach(_Cells(_zeros(type(self))), 0)
        self._fill(args, kwargs)

    def _attach(self, cells, at):
        object.__setattr__(self, "_cells", cells)
        object.__setattr__(self, "_at", at)

    def _fill(self, args, kwargs):
        if len(args) > len(self._fields_):
            raise TypeError("too many initializers")
        for (name, kind), value in zip(self._fields_, args):
            setattr(self, name, value)
        for name in kwargs:
            setattr(self, name, kwargs[name])

    @classmethod
    def _in(cls, cells, at):
        self = cls.__new__(cls)
        self._attach(cells, at)
        return self

    def _field(self, name):
        at = self._at
        for field, kind in self._fields_:
            if field == name:
                return kind, at
            at += _size_of(kind)
        return None, at

    def __getattr__(self, name):
        kind, at = self._field(name)
        if kind is None:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        found = kind._in(self._cells, at)
        return found.value if issubclass(kind, _SimpleCData) else found

    def __setattr__(self, name, value):
        kind, at = self._field(name)
        if kind is None:
            object.__setattr__(self, name, value)
        else:
            kind._in(self._cells, at).value = value


def _size_of(kind):
    if issubclass(kind, Structure):
        return sum([_size_of(field[1]) for field in kind._fields_])
    return 1


def _zeros(kind):
    if issubclass(kind, Structure):
        cells = []
        for field in kind._fields_:
            cells.extend(_zeros(field[1]))
        return cells
    return [kind._zero]
