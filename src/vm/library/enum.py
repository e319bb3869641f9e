# enum: classes with a fixed set of members.


class _Later:
    # A value that is known when the class is made.
    def __or__(self, other):
        return _Combined(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Combined(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Combined(lambda a, b: a ^ b, self, other)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class auto(_Later):
    def __init__(self, value=None):
        self.value = value


class _Combined(_Later):
    def __init__(self, function, left, right):
        self.function = function
        self.sides = (left, right)

    @property
    def value(self):
        return self.function(*[side.value if isinstance(side, _Later) else side for side in self.sides])


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


property_ = property


def _is_member(name, value):
    if name.startswith("__") and name.endswith("__"):
        return False
    if name.startswith("_") and name.endswith("_"):
        return False
    if isinstance(value, (property_, classmethod, staticmethod, nonmember)):
        return False
    if isinstance(value, type(len)):
        # Some built-in functions are Python code here.
        return True
    return not (hasattr(value, "__get__") or hasattr(value, "__code__"))


def _enum_bases(bases):
    # The enum that is extended, and the built-in type of its members.
    parent = None
    data = object
    for base in bases:
        for cls in base.__mro__:
            if isinstance(cls, EnumType):
                if parent is None:
                    parent = cls
            elif cls is not object and data is object and cls in (int, str, float, bytes, tuple):
                data = cls
    return parent, data


class EnumType(type):
    def __new__(metacls, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        if not bases:
            return super().__new__(metacls, name, bases, namespace, **kwds)
        parent, data = _enum_bases(bases)
        if parent is not None and parent.__dict__.get("_member_names_"):
            raise TypeError("<enum " + repr(name) + "> cannot extend " + repr(parent))
        ignored = namespace.get("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        found = {}
        rest = {}
        for key, value in namespace.items():
            if key in ignored or key == "_ignore_":
                continue
            if isinstance(value, member):
                found[key] = value.value
            elif _is_member(key, value) and not key.startswith("_" + name + "__"):
                found[key] = value
            else:
                rest[key] = value.value if isinstance(value, nonmember) else value
        if data is not object and parent is not None:
            # Before the methods of the built-in type.
            for key in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if key not in rest:
                    rest[key] = getattr(parent, key)
            if "__hash__" not in rest:
                rest["__hash__"] = data.__hash__
        cls = super().__new__(metacls, name, bases, rest, **kwds)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._member_type_ = data
        cls._pseudo_ = {}
        new = rest.get("__new__") or _inherited(cls, "__new__", data)
        if isinstance(new, staticmethod):
            new = new.__func__
        values = []
        for key, value in found.items():
            if isinstance(value, auto):
                if value.value is None:
                    value.value = cls._generate_next_value_(key, 1, len(values), list(values))
                value = value.value
            elif isinstance(value, _Combined):
                value = value.value
            elif isinstance(value, tuple) and len([v for v in value if isinstance(v, auto)]):
                value = tuple([cls._generate_next_value_(key, 1, len(values), list(values))
                               if isinstance(v, auto) else v for v in value])
            _add_member(cls, key, value, data, new)
            values.append(cls._member_map_[key]._value_ if key in cls._member_map_ else value)
        return cls

    def __call__(cls, value=auto, names=None, *more, module=None, qualname=None, type=None, start=1):
        if names is None and cls._member_names_ or value is not auto and names is None and not more:
            if more or names is not None:
                value = (value, names) + more
            return _by_value(cls, value)
        return _from_names(cls, value, names, start, module, type)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member " + repr(name))
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(repr(cls.__name__) + " cannot delete member " + repr(name) + ".")
        type.__delattr__(cls, name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_[::-1]])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        for item in list(cls._member_map_.values()) + list(cls._pseudo_.values()):
            if item._value_ == value:
                return True
        return False

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if isinstance(cls, EnumType) and Flag in cls.__mro__ else "enum"
        return "<" + kind + " " + repr(cls.__name__) + ">"


EnumMeta = EnumType


def _inherited(cls, name, data):
    for base in cls.__mro__[1:]:
        if base in (object, data, Enum):
            continue
        value = base.__dict__.get(name)
        if value is not None and isinstance(base, EnumType):
            return value
    return None


def _add_member(cls, name, value, data, new):
    args = value if isinstance(value, tuple) else (value,)
    if data is tuple:
        args = (args,)
    if new is not None:
        item = new(cls, *args)
    elif data is object:
        item = object.__new__(cls)
    else:
        item = data.__new__(cls, *args)
    if not hasattr(item, "_value_"):
        if data is object or new is not None:
            item._value_ = value
        else:
            item._value_ = data(*args)
    item._name_ = name
    item.__objclass__ = cls
    item._sort_order_ = len(cls._member_names_)
    if hasattr(type(item).__init__, "__code__"):
        item.__init__(*args)
    for other in cls._member_map_.values():
        if other._value_ == item._value_:
            item = other
            break
    else:
        bits = item._value_
        if not (isinstance(bits, int) and Flag in cls.__mro__ and bits & (bits - 1) or
                Flag in cls.__mro__ and bits == 0):
            cls._member_names_.append(name)
    type.__setattr__(cls, name, item)
    cls._member_map_[name] = item


def _by_value(cls, value):
    if type(value) is cls:
        return value
    for item in cls._member_map_.values():
        if item._value_ == value:
            return item
    result = cls._missing_(value)
    if isinstance(result, cls):
        return result
    if result is None:
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
    raise TypeError("error in " + cls.__name__ + "._missing_: returned " + repr(result)
                    + " instead of None or a valid member")


def _from_names(cls, name, names, start, module, mixin):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    namespace = {"__module__": "__main__" if module is None else module, "__qualname__": name}
    last = []
    if isinstance(names, dict):
        names = list(names.items())
    for position, item in enumerate(names or ()):
        if isinstance(item, str):
            value = cls._generate_next_value_(item, start, position, list(last))
        else:
            item, value = item
        last.append(value)
        namespace[item] = value
    bases = (cls,) if mixin is None else (mixin, cls)
    return EnumType.__new__(type(cls), name, bases, namespace)


class Enum(metaclass=EnumType):
    _member_names_ = []

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<" + type(self).__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        return type(self).__name__ + "." + self._name_

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec) if spec else str(self)


class StrEnum(str, ReprEnum):
    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        everything = 0
        for item in cls._member_map_.values():
            everything |= item._value_
        if value < 0:
            value = everything & value
            for item in cls._member_map_.values():
                if item._value_ == value:
                    return item
        elif value & ~everything and cls._member_type_ is not int:
            width = max(value.bit_length(), everything.bit_length())
            raise ValueError(repr(cls) + " invalid value " + repr(value) + "\n    given 0b0 "
                             + bin(value)[2:].rjust(width, "0") + "\n  allowed 0b0 "
                             + bin(everything)[2:].rjust(width, "0"))
        item = cls._pseudo_.get(value)
        if item is None:
            if cls._member_type_ is int:
                item = int.__new__(cls, value)
            else:
                item = object.__new__(cls)
            item._value_ = value
            names = [m._name_ for m in cls if m._value_ & value]
            known = 0
            for m in cls:
                known |= m._value_ & value
            if value & ~known:
                names.append(str(value & ~known))
            item._name_ = "|".join(names) if names else None
            cls._pseudo_[value] = item
        return item

    def _bits_of(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is int and isinstance(other, int):
            return int(other)
        return None

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError("unsupported operand type(s) for 'in': '" + type(other).__qualname__ + "' and '"
                            + type(self).__qualname__ + "'")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([m for m in type(self) if m._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        if self._name_ is None:
            return "<" + type(self).__name__ + ": " + repr(self._value_) + ">"
        return "<" + type(self).__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        if self._name_ is None:
            return type(self).__name__ + "(" + repr(self._value_) + ")"
        return type(self).__name__ + "." + self._name_

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return type(self)(~self._value_)


class IntFlag(int, Flag):
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec) if spec else str(self)


def unique(enumeration):
    doubled = [(name, item._name_) for name, item in enumeration._member_map_.items() if name != item._name_]
    if doubled:
        text = ", ".join([alias + " -> " + name for alias, name in doubled])
        raise ValueError("duplicate values found in " + repr(enumeration) + ": " + text)
    return enumeration


property = property_
