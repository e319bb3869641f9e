# enum: classes with a fixed set of members.


Flag = None


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


class property(property):
    # Of members only: seen from the class the name is a member's, or nobody's.
    member = None

    def __get__(self, owner, cls=None):
        if owner is not None:
            return self.fget(owner)
        if self.member is None:
            raise AttributeError("%r has no attribute %r" % (cls, self._name))
        return self.member

    def __set__(self, owner, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self._class, self._name))
        self.fset(owner, value)

    def __set_name__(self, owner, name):
        self._name = name
        self._class = owner.__name__


def _is_member(name, value, cls):
    if name.startswith("_" + cls + "__") and not name.endswith("__"):
        return False
    if name[:1] == name[-1:] == "_":
        if name[:2] != "__" and len(name) > 2 and name not in _sunders:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % name)
        return False
    if isinstance(value, (property_, classmethod, staticmethod, nonmember)):
        return False
    if isinstance(value, type(len)):
        # Some built-in functions are Python code here.
        return True
    if isinstance(value, type) and value.__qualname__.endswith(cls + "." + value.__name__):
        return False
    return not (hasattr(value, "__get__") or hasattr(value, "__code__"))


_sunders = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_")


def _enum_bases(bases):
    # The enum that is extended, and the built-in type of its members.
    parent = bases[-1] if isinstance(bases[-1], EnumType) else None
    data = object
    for base in bases:
        for cls in base.__mro__:
            if not isinstance(cls, EnumType) and cls is not object and data is object and (
                    cls in (int, str, float, bytes, tuple) or "__dataclass_fields__" in cls.__dict__):
                data = cls
    return parent, data


class EnumType(type):
    def __new__(metacls, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        if not bases:
            return super().__new__(metacls, name, bases, namespace, **kwds)
        if "mro" in namespace:
            raise ValueError("invalid enum member name(s) 'mro'")
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
            elif _is_member(key, value, name):
                found[key] = value
            else:
                rest[key] = value.value if isinstance(value, nonmember) else value
        order = rest.pop("_order_", None)
        if data is not object and parent is not None:
            # Before the methods of the built-in type.
            for key in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if key not in rest:
                    rest[key] = getattr(parent, key)
            if "__hash__" not in rest and data.__hash__ is not None:
                rest["__hash__"] = data.__hash__
        cls = super().__new__(metacls, name, bases, rest, **kwds)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._member_type_ = data
        cls._value2member_map_ = {}
        cls._unhashable_values_ = []
        cls._flag_mask_ = cls._singles_mask_ = 0
        if boundary is not None:
            cls._boundary_ = boundary
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
            values.append(_add_member(cls, key, value, data, new))
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            order = [key for key in order if key not in found or key in cls._member_names_]
            if order != cls._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, order))
        return cls

    def __call__(cls, value, names=auto, *more, module=None, qualname=None, type=None, start=1):
        if cls._member_map_ or names is auto and type is None:
            return _by_value(cls, value if names is auto else (value, names) + more)
        return _from_names(cls, value, () if names is auto else names, start, module, type, qualname)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                 "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        return sorted(names if cls._member_type_ is object else names.union(dir(cls._member_type_)))

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
        return _found(cls, value) is not None

    @property_
    def __members__(cls):
        return type(type.__dict__)(cls._member_map_)

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
    # The member's value.
    args = value if isinstance(value, tuple) else (value,)
    if data is tuple:
        args = (args,)
    if new is not None:
        item = new(cls, *args)
    elif data is object or hasattr(data, "__dataclass_fields__"):
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
    value = item._value_
    flag = Flag in cls.__mro__
    if flag and isinstance(value, int) and value >= 0:
        cls._flag_mask_ |= value
        if value and not value & (value - 1):
            cls._singles_mask_ |= value
    known = _found(cls, value)
    if known is not None:
        item = known
    else:
        if not flag or isinstance(value, int) and value and not value & (value - 1):
            cls._member_names_.append(name)
        try:
            cls._value2member_map_[value] = item
        except TypeError:
            cls._unhashable_values_.append(value)
    cls._member_map_[name] = item
    for base in cls.__mro__[1:]:
        above = base.__dict__.get(name)
        if isinstance(above, property):
            # Members go on having what the name is theirs for.
            redirect = property(above.fget, above.fset)
            redirect.__set_name__(cls, name)
            redirect.member = item
            type.__setattr__(cls, name, redirect)
            return value
    type.__setattr__(cls, name, item)
    return value


def _found(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for item in cls._member_map_.values():
            if item._value_ == value:
                return item


def _by_value(cls, value):
    if type(value) is cls:
        return value
    result = _found(cls, value)
    if result is not None:
        return result
    wrong = ValueError(repr(value) + " is not a valid " + cls.__qualname__)
    try:
        result = cls._missing_(value)
    except Exception as error:
        if not isinstance(error, ValueError):
            error.__context__ = wrong
        raise
    if isinstance(result, cls) or isinstance(result, int) and getattr(cls, "_boundary_", 0) is EJECT:
        return result
    if result is None:
        raise wrong
    error = TypeError("error in " + cls.__name__ + "._missing_: returned " + repr(result)
                      + " instead of None or a valid member")
    error.__context__ = wrong
    raise error


def _from_names(cls, name, names, start, module, mixin, qualname):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    namespace = {"__module__": "__main__" if module is None else module, "__qualname__": qualname or name}
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
    _member_map_ = {}

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = max(last_values)
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError("unable to increment %r" % (last,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        fields = getattr(self._member_type_, "__dataclass_fields__", None)
        if fields is None:
            shown = repr(self._value_)
        else:
            shown = ", ".join([k + "=" + repr(getattr(self, k)) for k, field in fields.items() if field.repr])
        return "<" + type(self).__name__ + "." + self._name_ + ": " + shown + ">"

    def __str__(self):
        return type(self).__name__ + "." + self._name_

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if self._member_type_ is not object:
            names.update(object.__dir__(self))
        for part in (self, *type(self).__mro__):
            names.update([k for k in part.__dict__ if k[0] != "_"])
        return sorted(names.difference(self._member_map_))

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
    def __new__(cls, *values):
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % values)
        self = str.__new__(cls, *values)
        self._value_ = str(*values)
        return self

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        mask = cls._flag_mask_
        bits = cls._all_bits_
        boundary = cls._boundary_
        given = value
        if not ~bits <= value <= bits or value & (bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), bits.bit_length())
                sign = "0b1 " if value < 0 else "0b0 "
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, sign + f"{value & (1 << width) - 1:0{width}b}", f"0b0 {mask:0{width}b}"))
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(bits + 1, 1 << value.bit_length())
        if value < 0:
            value = bits + 1 + value if boundary is KEEP else cls._singles_mask_ & value
        item = cls._value2member_map_.get(value)
        if item is None:
            if cls._member_type_ is int:
                item = int.__new__(cls, value)
            else:
                item = object.__new__(cls)
            item._value_ = value
            parts = [m for m in cls if m._value_ & value]
            if value & ~cls._singles_mask_:
                parts += [m for m in cls._member_map_.values()
                          if m not in parts and m._value_ and m._value_ & value == m._value_]
            names = [m._name_ for m in parts]
            for m in parts:
                value &= ~m._value_
            if value and names:
                names.append(str(value))
            item._name_ = "|".join(names) if names else None
            cls._value2member_map_[item._value_] = item
        if given < 0:
            cls._value2member_map_[given] = item
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
        bits = ~self._value_
        return type(self)(bits if self._boundary_ in (EJECT, KEEP) else bits & self._singles_mask_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec) if spec else str(self)


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            _verify(enumeration, check)
        return enumeration


def _verify(enumeration, check):
    name = enumeration.__name__
    flag = Flag in enumeration.__mro__
    values = [item._value_ for item in enumeration]
    if check is UNIQUE:
        doubled = _doubled(enumeration)
        if doubled:
            raise ValueError("aliases found in %r: %s" % (enumeration, doubled))
    elif check is CONTINUOUS and len(values) > 1:
        low = min(values)
        high = max(values)
        if flag:
            between = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        else:
            between = range(low + 1, high)
        missing = [str(value) for value in between if value not in values]
        if missing:
            kind = "flag" if flag else "enum"
            raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(missing)}"[:256])
    elif check is NAMED_FLAGS:
        lost = 0
        names = []
        for alias, item in enumeration._member_map_.items():
            bits = item._value_ & ~enumeration._singles_mask_
            if bits and item._value_ > 0:
                lost |= bits
                names.append(alias)
        if names:
            who = "alias " + names[0] + " is" if len(names) == 1 else (
                "aliases " + ", ".join(names[:-1]) + " and " + names[-1] + " are")
            what = "combined values of" if lost & (lost - 1) else "value"
            raise ValueError(f"invalid Flag {name!r}: {who} missing {what} 0x{lost:x} "
                             "[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return [1 << bit for bit in range(value.bit_length()) if value >> bit & 1]


def _doubled(enumeration):
    return ", ".join([name + " -> " + item._name_ for name, item in enumeration._member_map_.items()
                      if name != item._name_])


def unique(enumeration):
    doubled = _doubled(enumeration)
    if doubled:
        raise ValueError("duplicate values found in " + repr(enumeration) + ": " + doubled)
    return enumeration
