# dataclasses: the methods are closures, since code is never made at run time.

import _lockstep
import copy as _copy


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        return ("Field(name=" + repr(self.name) + ",type=" + repr(self.type) + ",default=" + repr(self.default)
                + ",default_factory=" + repr(self.default_factory) + ",init=" + repr(self.init)
                + ",repr=" + repr(self.repr) + ",hash=" + repr(self.hash) + ",compare=" + repr(self.compare)
                + ",metadata=mappingproxy(" + repr(self.metadata) + "),kw_only=" + repr(self.kw_only)
                + ",_field_type=_FIELD" + {"classvar": "_CLASSVAR", "initvar": "_INITVAR"}.get(self._kind, "") + ")")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind_of(annotation):
    if isinstance(annotation, str):
        if annotation.startswith(("ClassVar", "typing.ClassVar")):
            return "classvar"
        if annotation.startswith(("InitVar", "dataclasses.InitVar")):
            return "initvar"
        return "field"
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return "initvar"
    if getattr(annotation, "_is_classvar", False):
        return "classvar"
    return "field"


def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for item in base.__dict__.get("__dataclass_fields__", {}).values():
            fields[item.name] = item
    own = cls.__dict__
    after_marker = kw_only
    for name, annotation in own.get("__annotations__", {}).items():
        if annotation is KW_ONLY or annotation == "KW_ONLY" or annotation == "dataclasses.KW_ONLY":
            after_marker = True
            continue
        # A descriptor gives the default itself.
        value = getattr(cls, name, MISSING) if name in own else MISSING
        item = value if isinstance(value, Field) else field(default=value)
        item.name = name
        item.type = annotation
        item._kind = _kind_of(annotation)
        if item.kw_only is MISSING:
            item.kw_only = after_marker
        if item._kind != "field" and item.default_factory is not MISSING:
            raise TypeError("field " + name + " cannot have a default factory")
        if item._kind == "field" and (isinstance(item.default, (list, dict, set))
                                      or getattr(type(item.default), "__hash__", 0) is None):
            raise ValueError("mutable default " + repr(type(item.default)) + " for field " + name
                             + " is not allowed: use default_factory")
        if isinstance(value, Field):
            if item.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, item.default)
        fields[name] = item
    for name, value in own.items():
        if isinstance(value, Field) and name not in own.get("__annotations__", {}):
            raise TypeError(repr(name) + " is a field but has no type annotation")
    return fields


def _words(names):
    quoted = ["'" + name + "'" for name in names]
    if len(quoted) > 2:
        return ", ".join(quoted[:-1]) + ", and " + quoted[-1]
    return " and ".join(quoted)


def _bind(qualname, positional, keyword, args, kwargs):
    # The values of the parameters by name, with the words for what is wrong with the arguments.
    values = {}
    if len(args) > len(positional):
        required = len([item for item in positional if not _has_default(item)]) + 1
        most = len(positional) + 1
        count = str(most) if required == most else "from " + str(required) + " to " + str(most)
        raise TypeError(qualname + "() takes " + count + " positional argument"
                        + ("" if count == "1" else "s") + " but " + str(len(args) + 1) + " were given")
    for item, value in zip(positional, args):
        values[item.name] = value
    known = [item.name for item in positional] + [item.name for item in keyword]
    for name, value in kwargs.items():
        if name not in known:
            _lockstep.no_parameter(qualname, name, known)
        if name in values:
            raise TypeError(qualname + "() got multiple values for argument '" + name + "'")
        values[name] = value
    for items, kind in ((positional, "positional"), (keyword, "keyword-only")):
        absent = [item.name for item in items if item.name not in values and not _has_default(item)]
        if absent:
            raise TypeError(qualname + "() missing " + str(len(absent)) + " required " + kind + " argument"
                            + ("" if len(absent) == 1 else "s") + ": " + _words(absent))
    return values


def _has_default(item):
    return item.default is not MISSING or item.default_factory is not MISSING


# CPython writes the methods of a dataclass as one text, in the file "<string>". `_line` is the line of it where a method
# is: tracebacks show it. 0: the method is not entered yet there.
def _make_init(cls, fields, frozen, first):
    listed = [item for item in fields.values() if item._kind != "classvar"]
    positional = [item for item in listed if item.init and not item.kw_only]
    keyword = [item for item in listed if item.init and item.kw_only]
    defaulted = None
    for item in positional:
        if _has_default(item):
            defaulted = item.name
        elif defaulted is not None:
            raise TypeError("non-default argument " + repr(item.name) + " follows default argument "
                            + repr(defaulted))
    has_post_init = hasattr(cls, "__post_init__")
    qualname = cls.__qualname__ + ".__init__"
    put = object.__setattr__ if frozen else setattr

    def __init__(self, /, *args, **kwargs):
        _line = 0
        values = _bind(qualname, positional, keyword, args, kwargs)
        _line = first
        extra = []
        for item in listed:
            if item.name in values:
                value = values[item.name]
            elif item.default_factory is not MISSING:
                value = item.default_factory()
            elif item.default is not MISSING and item.init:
                value = item.default
            elif item.default is not MISSING:
                continue
            else:
                continue
            if item._kind == "initvar":
                extra.append(value)
            else:
                put(self, item.name, value)
                _line += 1
        if has_post_init:
            self.__post_init__(*extra)

    __init__.__qualname__ = qualname
    __init__.__annotations__ = {item.name: item.type for item in listed if item.init}
    __init__.__annotations__["return"] = None
    return __init__


def _make_repr(shown, line):
    def __repr__(self):
        _line = line
        if _lockstep.again():
            return "..."
        parts = [name + "=" + repr(getattr(self, name)) for name in shown]
        return type(self).__qualname__ + "(" + ", ".join(parts) + ")"
    return __repr__


def _values(names):
    return lambda self: tuple([getattr(self, name) for name in names])


def _make_eq(values, line):
    def __eq__(self, other):
        _line = line
        if self is other:
            return True
        if type(other) is type(self):
            return values(self) == values(other)
        return NotImplemented
    return __eq__


def _make_order(values, line):
    def __lt__(self, other):
        _line = line
        return values(self) < values(other) if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        _line = line + 4
        return values(self) <= values(other) if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        _line = line + 8
        return values(self) > values(other) if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        _line = line + 12
        return values(self) >= values(other) if type(other) is type(self) else NotImplemented
    return __lt__, __le__, __gt__, __ge__


def _make_frozen(cls, names, line):
    def __setattr__(self, name, value):
        _line = line
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field " + repr(name))
        _line += 1
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        _line = line + 4
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field " + repr(name))
        _line += 1
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _make_hash(values, line):
    def __hash__(self):
        _line = line
        return hash(values(self))
    return __hash__


def _replace(self, /, **changes):
    return replace(self, **changes)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    own = cls.__dict__
    for base in cls.__mro__[1:]:
        inherited = base.__dict__.get("__dataclass_params__")
        if inherited is not None:
            if inherited["frozen"] and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if frozen and not inherited["frozen"]:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    fields = _collect(cls, kw_only)
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = {"init": init, "repr": repr, "eq": eq, "order": order,
                                "unsafe_hash": unsafe_hash, "frozen": frozen}
    real = [item for item in fields.values() if item._kind == "field"]
    line = 2
    if init:
        if "__init__" not in own:
            cls.__init__ = _make_init(cls, fields, frozen, line + 1)
        body = len([item for item in real if item.init or item.default_factory is not MISSING])
        line += 1 + max(body + hasattr(cls, "__post_init__"), 1)
    cls.__replace__ = _replace
    if repr and "__repr__" not in own:
        cls.__repr__ = _make_repr([item.name for item in real if item.repr], line + 2)
    line += 3 if repr else 0
    values = _values([item.name for item in real if item.compare])
    # A class with `__eq__` and no `__hash__` has `__hash__ = None` by now.
    explicit_hash = own.get("__hash__", MISSING)
    if explicit_hash is None and "__eq__" in own:
        explicit_hash = MISSING
    if eq and "__eq__" not in own:
        cls.__eq__ = _make_eq(values, line + 4)
    line += 6 if eq else 0
    if order:
        names = ("__lt__", "__le__", "__gt__", "__ge__")
        for name, method in zip(names, _make_order(values, line + 2)):
            if name in own:
                raise TypeError("Cannot overwrite attribute " + name + " in class " + cls.__name__
                                + " Consider using functools.total_ordering")
            setattr(cls, name, method)
        line += 16
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            if name in own:
                raise TypeError("Cannot overwrite attribute " + name + " in class " + cls.__name__)
        cls.__setattr__, cls.__delattr__ = _make_frozen(cls, [item.name for item in real], line + 2)
        line += 8
    hashed = _values([item.name for item in real
                      if (item.compare if item.hash is None else item.hash)])
    if unsafe_hash or (eq and frozen):
        if explicit_hash is MISSING:
            cls.__hash__ = _make_hash(hashed, line + 1)
        elif unsafe_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class " + cls.__name__)
    elif eq and explicit_hash is MISSING:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([item.name for item in fields.values()
                                    if item._kind != "classvar" and item.init and not item.kw_only])
    if own.get("__doc__") is None:
        cls.__doc__ = cls.__name__ + "(" + (_signature(fields) if init else "") + ")"
    return cls


def _signature(fields):
    # The parameters of `__init__`, as inspect shows them.
    taken = [item for item in fields.values() if item._kind != "classvar" and item.init]
    shown = [_parameter(item) for item in taken if not item.kw_only]
    keywords = [_parameter(item) for item in taken if item.kw_only]
    return ", ".join(shown + (["*"] + keywords if keywords else []))


def _parameter(item):
    kind = item.type
    if isinstance(kind, type):
        text = kind.__qualname__
        if kind.__module__ != "builtins":
            text = kind.__module__ + "." + text
    else:
        text = repr(kind)
        if type(kind).__module__ == "typing":
            text = text.replace("typing.", "")
    if item.default_factory is not MISSING:
        text += " = <factory>"
    elif item.default is not MISSING:
        text += " = " + repr(item.default)
    return item.name + ": " + text


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        cls = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
        return _with_slots(cls) if slots else cls
    return wrap if cls is None else wrap(cls)


def _with_slots(cls):
    if "__slots__" in cls.__dict__:
        raise TypeError(cls.__name__ + " already specifies __slots__")
    inherited = []
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.extend((slots,) if isinstance(slots, str) else slots)
    names = tuple([item.name for item in fields(cls)])
    for name in names:
        if name in cls.__dict__:
            delattr(cls, name)
    cls.__slots__ = tuple([name for name in names if name not in inherited])
    return cls


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def fields(class_or_instance):
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([item for item in found.values() if item._kind == "field"])


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict(obj, dict_factory)


def _asdict(obj, factory):
    if _is_instance(obj):
        return factory([(item.name, _asdict(getattr(obj, item.name), factory)) for item in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_asdict(value, factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_asdict(value, factory) for value in obj])
    if isinstance(obj, dict):
        return _dict_like(obj, [(_asdict(k, factory), _asdict(v, factory)) for k, v in obj.items()])
    return _copy.deepcopy(obj)


def _dict_like(obj, items):
    if hasattr(type(obj), "default_factory") or hasattr(obj, "default_factory"):
        return type(obj)(obj.default_factory, items)
    return type(obj)(items)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple(obj, tuple_factory)


def _astuple(obj, factory):
    if _is_instance(obj):
        return factory([_astuple(getattr(obj, item.name), factory) for item in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple(value, factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_astuple(value, factory) for value in obj])
    if isinstance(obj, dict):
        return _dict_like(obj, [(_astuple(k, factory), _astuple(v, factory)) for k, v in obj.items()])
    return _copy.deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for item in obj.__dataclass_fields__.values():
        if item._kind == "classvar":
            continue
        if not item.init:
            if item.name in changes:
                raise TypeError("field " + item.name
                                + " is declared with init=False, it cannot be specified with replace()")
            continue
        if item.name not in changes:
            if item._kind == "initvar" and item.default is MISSING:
                raise TypeError("InitVar " + repr(item.name) + " must be specified with replace()")
            if item._kind == "field":
                changes[item.name] = getattr(obj, item.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    names = {}
    values = {} if namespace is None else dict(namespace)
    for item in fields:
        name = item if isinstance(item, str) else item[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: " + repr(name))
        if name in names:
            raise TypeError("Field name duplicated: " + repr(name))
        if isinstance(item, str):
            names[item] = "typing.Any"
            continue
        names[item[0]] = item[1]
        if len(item) == 3:
            values[item[0]] = item[2]
    values["__annotations__"] = names
    values["__module__"] = "__main__"
    return dataclass(type(cls_name, bases, values), **options)
