# typing: names for annotations. Nothing is checked; what is subscripted remembers its arguments for its repr.

import _lockstep
import collections as _collections
import collections.abc as _abc

TYPE_CHECKING = False


def _shown(value):
    if value is ...:
        return "..."
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    if isinstance(value, list):
        return "[" + ", ".join([_shown(item) for item in value]) + "]"
    return repr(value)


class _Form:
    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin
        self.__args__ = ()
        self.__parameters__ = ()

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, args):
        return _Alias(self._name, self.__origin__, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError("Cannot instantiate " + repr(self))
        return self.__origin__(*args, **kwargs)

    def __or__(self, other):
        return _Alias("Union", None, (self, other))

    def __ror__(self, other):
        return _Alias("Union", None, (other, self))

    def __instancecheck__(self, value):
        if self.__origin__ is None:
            raise TypeError(repr(self) + " cannot be used with isinstance()")
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return () if self.__origin__ is None else (self.__origin__,)

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other


class _Alias(_Form):
    def __init__(self, name, origin, args):
        _Form.__init__(self, name, origin)
        if name == "Optional":
            args = (args[0], type(None))
        if name in ("Union", "Optional"):
            flat = []
            for arg in args:
                for part in arg.__args__ if isinstance(arg, _Alias) and arg._name == "Union" else (arg,):
                    part = type(None) if part is None else part
                    if part not in flat:
                        flat.append(part)
            args = tuple(flat)
            self._name = "Union"
        self.__args__ = tuple([type(None) if arg is None else arg for arg in args])
        self._is_classvar = name == "ClassVar"

    def __getitem__(self, args):
        return self

    def __repr__(self):
        args = self.__args__
        if self._name == "Union" and len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return "typing.Optional[" + _shown(other) + "]"
        shown = ", ".join(["None" if arg is type(None) and self._name != "Union" else _shown(arg) for arg in args])
        return "typing." + self._name + "[" + shown + "]"

    def __instancecheck__(self, value):
        if self._name == "Union":
            for arg in self.__args__:
                if isinstance(value, arg):
                    return True
            return False
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))


Any = _Form("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Final = _Form("Final")
ClassVar = _Form("ClassVar")
Literal = _Form("Literal")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
Concatenate = _Form("Concatenate")
TypeAlias = _Form("TypeAlias")
TypeGuard = _Form("TypeGuard")
TypeIs = _Form("TypeIs")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
ReadOnly = _Form("ReadOnly")
Unpack = _Form("Unpack")
Annotated = _Form("Annotated")
List = _Form("List", list)
Dict = _Form("Dict", dict)
Set = _Form("Set", set)
FrozenSet = _Form("FrozenSet", frozenset)
Tuple = _Form("Tuple", tuple)
Type = _Form("Type", type)
Text = str
AnyStr = str
Deque = _Form("Deque", _collections.deque)
DefaultDict = _Form("DefaultDict", _collections.defaultdict)
OrderedDict = _Form("OrderedDict", _collections.OrderedDict)
Counter = _Form("Counter", _collections.Counter)
ChainMap = _Form("ChainMap", _collections.ChainMap)
Callable = _Form("Callable", _abc.Callable)
Iterable = _Form("Iterable", _abc.Iterable)
Iterator = _Form("Iterator", _abc.Iterator)
Generator = _Form("Generator", _abc.Generator)
Reversible = _Form("Reversible", _abc.Reversible)
Container = _Form("Container", _abc.Container)
Collection = _Form("Collection", _abc.Collection)
Sequence = _Form("Sequence", _abc.Sequence)
MutableSequence = _Form("MutableSequence", _abc.MutableSequence)
Mapping = _Form("Mapping", _abc.Mapping)
MutableMapping = _Form("MutableMapping", _abc.MutableMapping)
AbstractSet = _Form("AbstractSet", _abc.Set)
MutableSet = _Form("MutableSet", _abc.MutableSet)
KeysView = _Form("KeysView", _abc.KeysView)
ValuesView = _Form("ValuesView", _abc.ValuesView)
ItemsView = _Form("ItemsView", _abc.ItemsView)
Hashable = _Form("Hashable", _abc.Hashable)
Sized = _Form("Sized", _abc.Sized)
Awaitable = _Form("Awaitable", _abc.Awaitable)
Coroutine = _Form("Coroutine", _abc.Coroutine)
AsyncIterable = _Form("AsyncIterable", _abc.AsyncIterable)
AsyncIterator = _Form("AsyncIterator", _abc.AsyncIterator)
AsyncGenerator = _Form("AsyncGenerator", _abc.AsyncGenerator)
ContextManager = _Form("ContextManager")
AsyncContextManager = _Form("AsyncContextManager")
Pattern = _Form("Pattern")
Match = _Form("Match")
IO = _Form("IO")
TextIO = _Form("TextIO")
BinaryIO = _Form("BinaryIO")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None,
                 infer_variance=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        return iter((self,))


class _Parameter:
    # A type parameter in square brackets: its bound and default are looked at when someone asks.
    def __init__(self, name, bound, default):
        self.__name__ = name
        self._bound = bound
        self._default = default

    @property
    def __bound__(self):
        return None if self._bound is None else self._bound()

    @property
    def __constraints__(self):
        bound = None if self._bound is None else self._bound()
        return bound if isinstance(bound, tuple) else ()

    @property
    def __default__(self):
        return NoDefault if self._default is None else self._default()

    def has_default(self):
        return self._default is not None

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _parameter_class(base):
    class Parameter(_Parameter, base):
        pass
    Parameter.__name__ = Parameter.__qualname__ = base.__name__
    return Parameter


_parameter_classes = [_parameter_class(TypeVar), _parameter_class(TypeVarTuple), _parameter_class(ParamSpec)]


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


def _type_param(kind, name, bound, default):
    return _parameter_classes[kind](name, bound, default)


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = lambda: value
        self.__type_params__ = self.__parameters__ = type_params

    @property
    def __value__(self):
        return self._value()

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, args):
        return _AliasOf(self.__name__, None, args if isinstance(args, tuple) else (args,))


class _AliasOf(_Alias):
    def __repr__(self):
        return self._name + "[" + ", ".join([_shown(arg) for arg in self.__args__]) + "]"


def _type_alias(name, value, params):
    alias = TypeAliasType(name, None, type_params=params)
    alias._value = value
    return alias


class _Subscripted(type(list[int])):
    # A generic class of a program with arguments.
    def __getitem__(self, args):
        return super().__getitem__(_checked_args(self, self.__parameters__, args))

    def __instancecheck__(self, value):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__


def _checked_args(cls, params, args):
    if not isinstance(args, tuple):
        args = (args,)
    if not params:
        raise TypeError("%r is not a generic class" % (cls,))
    if len(args) != len(params) and not any([isinstance(param, TypeVarTuple) for param in params]):
        raise TypeError("Too %s arguments for %r; actual %d, expected %d"
                        % ("many" if len(args) > len(params) else "few", cls, len(args), len(params)))
    return tuple([type(None) if arg is None else arg for arg in args])


def _subscript(cls, args):
    if cls is Generic:
        return _Subscripted(cls, args if isinstance(args, tuple) else (args,))
    return _Subscripted(cls, _checked_args(cls, getattr(cls, "__parameters__", ()), args))


class Generic:
    __class_getitem__ = _subscript


def _generic_class(cls, params):
    cls.__type_params__ = cls.__parameters__ = params
    if not hasattr(cls, "__class_getitem__"):
        cls.__class_getitem__ = classmethod(_subscript)
    return cls


class _ProtocolMeta(_abc.ABCMeta):
    def __call__(cls, /, *args, **kwargs):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not getattr(cls, "_is_protocol", False) or cls is Protocol:
            return _abc.ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and subclass checks can only be used with @runtime_checkable protocols")
        if cls in type(instance).__mro__:
            return True
        for name in _protocol_names(cls):
            if not hasattr(instance, name):
                return False
        return True


def _protocol_names(cls):
    names = []
    for base in cls.__mro__:
        if base in (object, Generic, Protocol):
            continue
        attributes = base.__dict__
        for name in list(attributes) + list(attributes.get("__annotations__", {})):
            if name not in names and not (name.startswith("_is_") or name.startswith("_abc")
                                          or name in _not_in_protocols):
                names.append(name)
    return names


_not_in_protocols = ("__module__", "__doc__", "__dict__", "__annotations__", "__abstractmethods__", "__init__",
                     "__slots__", "__hash__", "__parameters__", "__orig_bases__", "__class_getitem__",
                     "__init_subclass__", "__new__", "__weakref__", "__firstlineno__", "__static_attributes__")


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        if "_is_root" in namespace:
            return super().__new__(metacls, name, bases, namespace)
        fields = list(namespace.get("__annotations__", {}))
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError("Non-default namedtuple field " + field + " cannot follow default field"
                                + ("" if len(defaults) == 1 else "s") + " "
                                + ", ".join([other for other in fields if other in namespace]))
        made = _collections.namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
        made.__annotations__ = namespace.get("__annotations__", {})
        for key, value in namespace.items():
            if key not in fields and key not in ("__module__", "__qualname__", "__annotations__", "__classcell__"):
                setattr(made, key, value)
        return made


class _NamedTupleRoot(metaclass=_NamedTupleMeta):
    _is_root = True


class _NamedTupleForm:
    def __mro_entries__(self, bases):
        return (_NamedTupleRoot,)

    def __call__(self, typename, fields=(), /, **kwargs):
        pairs = list(fields) + list(kwargs.items())
        made = _collections.namedtuple(typename, [pair[0] for pair in pairs])
        made.__annotations__ = dict(pairs)
        return made

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        cls = super().__new__(metacls, name, bases, namespace)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


class _TypedDictRoot(metaclass=_TypedDictMeta):
    pass


class _TypedDictForm:
    def __mro_entries__(self, bases):
        return (_TypedDictRoot,)

    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (_TypedDictRoot,), {"__annotations__": dict(fields), "__module__": "__main__"})


TypedDict = _TypedDictForm()


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return "__main__." + self.__name__

    def __or__(self, other):
        return Union[self, other]


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return "ForwardRef(" + repr(self.__forward_arg__) + ")"


class SupportsInt(Protocol):
    _is_runtime_protocol = True

    def __int__(self):
        pass


class SupportsFloat(Protocol):
    _is_runtime_protocol = True

    def __float__(self):
        pass


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))


def overload(func):
    return func


def final(f):
    f.__final__ = True
    return f


def override(method, /):
    method.__override__ = True
    return method


def no_type_check(arg):
    return arg


_origins = {"Union": Union, "Optional": Union, "Final": Final, "ClassVar": ClassVar, "Literal": Literal,
            "Annotated": Annotated}


def get_origin(tp):
    if isinstance(tp, _Alias):
        return _origins.get(tp._name, tp.__origin__)
    if isinstance(tp, type(int | str)):
        return type(tp)
    if tp is Generic:
        return Generic
    return tp.__origin__ if isinstance(tp, type(list[int])) else None


def get_args(tp):
    if isinstance(tp, _Alias) and tp._name == "Callable" and isinstance(tp.__args__[0], list):
        return tp.__args__
    return tp.__args__ if isinstance(tp, (_Alias, type(list[int]), type(int | str))) else ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in obj.__mro__[::-1]:
            if "__annotations__" in base.__dict__:
                _add_hints(hints, base, globalns, localns, include_extras)
    elif isinstance(getattr(obj, "__annotations__", None), dict):
        _add_hints(hints, obj, globalns, localns, include_extras)
    elif not callable(obj):
        raise TypeError("%r is not a module, class, method, or function." % (obj,))
    return hints


def _add_hints(hints, owner, globalns, localns, extras):
    import sys

    def lookup(name):
        if globalns is None:
            module = sys.modules.get(owner.__module__)
            space = {} if module is None else module.__dict__
        else:
            space = globalns
        for names in (localns or {}, space, _built_in):
            if name in names:
                return names[name]
        raise NameError("name %r is not defined" % name)

    for name, hint in owner.__annotations__.items():
        if hint is None:
            hint = type(None)
        if isinstance(hint, str):
            hint = _evaluate(hint, lookup)
        if not extras and isinstance(hint, _Alias) and hint._name == "Annotated":
            hint = hint.__args__[0]
        hints[name] = hint


_built_in = {kind.__name__: kind for kind in (
    int, str, float, bool, bytes, bytearray, list, tuple, dict, set, frozenset, object, type, range,
    BaseException, Exception, ValueError, TypeError, KeyError, RuntimeError)}
_built_in["None"] = type(None)


def _evaluate(text, lookup):
    # What an annotation that is a string means, if it is a name or a union of names.
    value = None
    for part in text.split("|"):
        first, *rest = part.strip().split(".")
        if not first.isidentifier():
            _lockstep.unsupported(
                "typing.get_type_hints of the annotation %r is not supported: write it without quotes" % text)
        kind = lookup(first)
        for name in rest:
            kind = getattr(kind, name)
        value = kind if value is None else value | kind
    return value


class SupportsIndex(Protocol):
    _is_runtime_protocol = True

    def __index__(self):
        pass


class SupportsAbs(Protocol):
    _is_runtime_protocol = True

    def __abs__(self):
        pass


class SupportsBytes(Protocol):
    _is_runtime_protocol = True

    def __bytes__(self):
        pass


class SupportsRound(Protocol):
    _is_runtime_protocol = True

    def __round__(self, ndigits=0):
        pass


def is_typeddict(tp):
    return isinstance(tp, type) and hasattr(tp, "__total__")


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def dataclass_transform(**options):
    return lambda decorated: decorated
