# typing: names for annotations. Nothing is checked; what is subscripted remembers its arguments for its repr.

import _lockstep
import collections as _collections
import collections.abc as _abc
from functools import _built_in, _evaluate

TYPE_CHECKING = False


def _shown(value):
    if value is ...:
        return "..."
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    if isinstance(value, list):
        return "[" + ", ".join([_shown(item) for item in value]) + "]"
    return repr(value)


def _converted(arg):
    # An argument as a type.
    return type(None) if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


def _as_tuple(args):
    return args if isinstance(args, tuple) else (args,)


class _Form:
    # `count` is how many arguments it takes: 0 for none, -1 for any number.
    def __init__(self, name, origin=None, count=1, defaults=()):
        self._name = self.__name__ = name
        self.__origin__ = origin
        self._count = count
        self._defaults = defaults
        if origin is None:
            self.__args__ = self.__parameters__ = ()

    def __repr__(self):
        return "typing." + self._name

    @property
    def _is_classvar(self):
        return self._name == "ClassVar"

    def __getitem__(self, params):
        if self._name in _special:
            return _special[self._name](self, params)
        args = _as_tuple(params)
        count = self._count
        if count == 0:
            raise TypeError(("type 'Any'" if self is Any else repr(self)) + " is not subscriptable")
        if self.__origin__ is None and count == 1 and isinstance(params, tuple):
            raise TypeError((self._name + " accepts only a single type." if self._name in ("Required", "NotRequired", "ReadOnly")
                             else repr(self) + " accepts only single type.") + " Got %.100r." % (params,))
        if count > 0:
            needed = count - len(self._defaults)
            if len(args) >= needed:
                args += self._defaults[len(args) - needed:]
            _check_count(self, len(args), count, "at least %d" % needed if self._defaults else str(count))
        return _Alias(self, tuple([_converted(arg) for arg in args]))

    def __call__(self, *args, **kwargs):
        origin = self.__origin__
        if self is Any:
            raise TypeError("Any cannot be instantiated")
        if origin is None:
            raise TypeError("Cannot instantiate " + repr(self))
        if origin in (list, dict, set, frozenset, tuple, type):
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, origin.__name__))
        return origin(*args, **kwargs)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        if self.__origin__ is None:
            raise TypeError(repr(self) + " cannot be used with isinstance()")
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(repr(self) + " cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return () if self.__origin__ is None else (self.__origin__,)

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other


def _check_count(form, actual, count, expected):
    if actual != count:
        raise TypeError("Too %s arguments for %r; actual %d, expected %s"
                        % ("many" if actual > count else "few", form, actual, expected))


class _Alias(_Form):
    # A form with its arguments.
    def __init__(self, form, args, metadata=()):
        self._form = form
        self._name = self.__name__ = form._name
        self.__origin__ = args[0] if metadata else form if form.__origin__ is None else form.__origin__
        self.__args__ = args
        if metadata:
            self.__metadata__ = metadata

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            for param in (arg,) if isinstance(arg, TypeVar) else _parameters(arg):
                if param not in found:
                    found.append(param)
        return tuple(found)

    def __getitem__(self, key):
        params = self.__parameters__
        if not params:
            raise TypeError(repr(self) + " is not a generic class")
        if any([isinstance(param, (ParamSpec, TypeVarTuple)) for param in params]):
            _lockstep.unsupported("this type cannot be given arguments here: write it out")
        values = _as_tuple(key)
        count = len(params)
        _check_count(self, len(values), count, ("at least %d" if len(values) < count else "%d") % count)
        known = dict(zip(params, [_converted(value) for value in values]))
        args = [known[arg] if arg in params else
                arg[tuple([known[param] for param in _parameters(arg)])] if _parameters(arg) else arg
                for arg in self.__args__]
        return self._with(tuple(args))

    def _with(self, args):
        # The same with other arguments.
        if self._name == "Annotated":
            return Annotated[args + self.__metadata__]
        return Union[args] if self._name == "Union" else _Alias(self._form, args)

    def __repr__(self):
        args = self.__args__
        name = self._name
        if name == "Union" and len(args) == 2 and type(None) in args:
            return "typing.Optional[" + _shown(args[args[0] is type(None)]) + "]"
        if name == "Literal":
            shown = [repr(arg) for arg in args]
        elif name == "Annotated":
            shown = [_shown(args[0])] + [repr(item) for item in self.__metadata__]
        else:
            shown = [_shown(arg) for arg in args] or ["()"]
        if name == "Callable" and not _is_parameter_list(args):
            shown = ["[" + ", ".join(shown[:-1]) + "]", shown[-1]]
        return repr(self._form) + "[" + ", ".join(shown) + "]"

    def __instancecheck__(self, value):
        if self._name != "Union":
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        return any([isinstance(value, arg) for arg in self.__args__])

    def __subclasscheck__(self, cls):
        if self._name != "Union":
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        return any([issubclass(cls, arg) for arg in self.__args__])

    def _key(self):
        args = self.__args__
        if self._name == "Union":
            return frozenset(args)
        if self._name == "Literal":
            return frozenset([(type(arg), arg) for arg in args])
        return self._name, args, getattr(self, "__metadata__", ())

    def __eq__(self, other):
        if isinstance(other, type(int | str)):
            return self._name == "Union" and frozenset(self.__args__) == frozenset(other.__args__)
        return isinstance(other, _Alias) and self._form is other._form and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


def _parameters(arg):
    # The type variables in an argument.
    return () if isinstance(arg, type) else getattr(arg, "__parameters__", ())


def _is_parameter_list(args):
    return len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)
                               or getattr(args[0], "_name", "") == "Concatenate")


def _union(form, args):
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for arg in _as_tuple(args):
        arg = _converted(arg)
        joined = isinstance(arg, type(int | str)) or isinstance(arg, _Alias) and arg._name == "Union"
        for part in arg.__args__ if joined else (arg,):
            if part not in flat:
                flat.append(part)
    return flat[0] if len(flat) == 1 else _Alias(form, tuple(flat))


def _optional(form, arg):
    if isinstance(arg, tuple):
        raise TypeError("typing.Optional requires a single type. Got %.100r." % (arg,))
    return Union[arg, None]


def _literal(form, args):
    kept = []
    for arg in _as_tuple(args):
        for value in arg.__args__ if isinstance(arg, _Alias) and arg._name == "Literal" else (arg,):
            if (type(value), value) not in [(type(other), other) for other in kept]:
                kept.append(value)
    return _Alias(form, tuple(kept))


def _annotated(form, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    kind, metadata = _converted(args[0]), args[1:]
    if isinstance(kind, _Alias) and kind._name == "Annotated":
        kind, metadata = kind.__origin__, kind.__metadata__ + metadata
    return _Alias(form, (kind,), metadata)


def _callable(form, args):
    if not isinstance(args, tuple) or len(args) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    inner = tuple(args[0]) if isinstance(args[0], (list, tuple)) else (args[0],)
    return _Alias(form, tuple([_converted(arg) for arg in inner + args[1:]]))


def _concatenate(form, args):
    args = _as_tuple(args)
    if args[-1] is not ... and not isinstance(args[-1], ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _Alias(form, tuple([_converted(arg) for arg in args]))


_special = {"Union": _union, "Optional": _optional, "Literal": _literal, "Annotated": _annotated,
            "Callable": _callable, "Concatenate": _concatenate}


Any, NoReturn, Never, Self, LiteralString, TypeAlias = [_Form(name, None, 0) for name in (
    "Any", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias")]
Union, Optional, Final, ClassVar, Literal, Concatenate, Annotated, TypeGuard, TypeIs, Required, NotRequired, ReadOnly, \
    Unpack, Pattern, Match = [_Form(name) for name in (
        "Union", "Optional", "Final", "ClassVar", "Literal", "Concatenate", "Annotated", "TypeGuard", "TypeIs",
        "Required", "NotRequired", "ReadOnly", "Unpack", "Pattern", "Match")]
List = _Form("List", list)
Dict = _Form("Dict", dict, 2)
Set = _Form("Set", set)
FrozenSet = _Form("FrozenSet", frozenset)
Tuple = _Form("Tuple", tuple, -1)
Type = _Form("Type", type)
Text = str
Deque = _Form("Deque", _collections.deque)
DefaultDict = _Form("DefaultDict", _collections.defaultdict, 2)
OrderedDict = _Form("OrderedDict", _collections.OrderedDict, 2)
Counter = _Form("Counter", _collections.Counter)
ChainMap = _Form("ChainMap", _collections.ChainMap, 2)
Callable = _Form("Callable", _abc.Callable)
Generator = _Form("Generator", _abc.Generator, 3, (None, None))
AsyncGenerator = _Form("AsyncGenerator", _abc.AsyncGenerator, 2, (None,))
Coroutine = _Form("Coroutine", _abc.Coroutine, 3)
AbstractSet = _Form("AbstractSet", _abc.Set)
Mapping, MutableMapping, ItemsView = [_Form(cls.__name__, cls, 2) for cls in (
    _abc.Mapping, _abc.MutableMapping, _abc.ItemsView)]
Iterable, Iterator, Reversible, Container, Collection, Sequence, MutableSequence, MutableSet, KeysView, ValuesView, \
    Awaitable, AsyncIterable, AsyncIterator = [_Form(cls.__name__, cls) for cls in (
        _abc.Iterable, _abc.Iterator, _abc.Reversible, _abc.Container, _abc.Collection, _abc.Sequence,
        _abc.MutableSequence, _abc.MutableSet, _abc.KeysView, _abc.ValuesView, _abc.Awaitable, _abc.AsyncIterable,
        _abc.AsyncIterator)]
Hashable = _Form("Hashable", _abc.Hashable, 0)
Sized = _Form("Sized", _abc.Sized, 0)
ContextManager = _Form("ContextManager", None, 2, (bool | None,))
AsyncContextManager = _Form("AsyncContextManager", None, 2, (bool | None,))


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = None if bound is None else _converted(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


AnyStr = TypeVar("AnyStr", bytes, str)


class ParamSpecArgs:
    _what = ".args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + self._what


class ParamSpecKwargs(ParamSpecArgs):
    _what = ".kwargs"


class ParamSpec(TypeVar):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar):
    def __repr__(self):
        return self.__name__

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
    __origin__ = None

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = self._name = name
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
        return _Alias(self, tuple([_converted(arg) for arg in _as_tuple(args)]))


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
        few = len(args) < len(params)
        raise TypeError("Too %s arguments for %r; actual %d, expected %s%d"
                        % ("few" if few else "many", cls, len(args), "at least " if few else "", len(params)))
    return tuple([_converted(arg) for arg in args])


def _subscript(cls, args):
    if cls is Generic or cls is Protocol:
        args = _as_tuple(args)
        name = cls.__name__
        if not args:
            raise TypeError("Parameter list to %s[...] cannot be empty" % name)
        if not all([isinstance(arg, TypeVar) for arg in args]):
            raise TypeError("Parameters to %s[...] must all be type variables or parameter specification variables."
                            % name)
        if len(set(args)) < len(args):
            raise TypeError("Parameters to %s[...] must all be unique" % name)
        return _Subscripted(cls, args)
    return _Subscripted(cls, _checked_args(cls, getattr(cls, "__parameters__", ()), args))


class Generic:
    __slots__ = ()
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
        cls._check_runtime()
        if cls in type(instance).__mro__:
            return True
        for name in _protocol_names(cls):
            if not hasattr(instance, name):
                return False
            if getattr(instance, name) is None and callable(getattr(cls, name, None)):
                return False
        return True

    def _check_runtime(cls):
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")

    def __subclasscheck__(cls, other):
        if not getattr(cls, "_is_protocol", False) or cls is Protocol:
            return _abc.ABCMeta.__subclasscheck__(cls, other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        cls._check_runtime()
        names = _protocol_names(cls)
        others = [name for name in names if not callable(getattr(cls, name, None))]
        if others:
            raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                            + str(sorted(others))[1:-1] + ".")
        if cls in other.__mro__:
            return True
        for name in names:
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
            else:
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
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        for base in cls.__bases__ if cls._is_protocol else ():
            if not (base in (object, Generic) or getattr(base, "_is_protocol", False)
                    or base.__module__ in ("collections.abc", "contextlib")):
                raise TypeError("Protocols can only inherit from other protocols, got %r" % (base,))


def runtime_checkable(cls):
    if not (isinstance(cls, _ProtocolMeta) and cls._is_protocol):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
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
        required, optional = set(), set()
        for base in bases:
            required |= getattr(base, "__required_keys__", frozenset())
            optional |= getattr(base, "__optional_keys__", frozenset())
        for key, kind in namespace.get("__annotations__", {}).items():
            shown = kind if isinstance(kind, str) else repr(kind).replace("typing.", "")
            is_required = shown.startswith("Required[") or total and not shown.startswith("NotRequired[")
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDictRoot(metaclass=_TypedDictMeta):
    pass


class _TypedDictForm:
    def __mro_entries__(self, bases):
        return (_TypedDictRoot,)

    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (_TypedDictRoot,), {"__annotations__": dict(fields), "__module__": "__main__"},
                              total=total)


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

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class IO(Generic[AnyStr]):
    pass


class BinaryIO(IO[bytes]):
    pass


class TextIO(IO[str]):
    pass


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
    import sys
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))


_overloads = {}


def _never_called(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


_never_called.__name__ = _never_called.__qualname__ = "_overload_dummy"


def _overloads_of(func):
    func = getattr(func, "__func__", func)
    return func, (func.__module__, func.__qualname__)


def overload(func):
    plain, place = _overloads_of(func)
    _overloads.setdefault(place, {})[plain.__code__.co_firstlineno] = func
    return _never_called


def get_overloads(func):
    return list(_overloads.get(_overloads_of(func)[1], {}).values())


def clear_overloads():
    _overloads.clear()


def final(f):
    f.__final__ = True
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    return arg


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if tp._name == "Annotated" else tp.__origin__
    if isinstance(tp, type(int | str)):
        return type(tp)
    if tp is Generic:
        return Generic
    return tp.__origin__ if isinstance(tp, (_Form, ParamSpecArgs, type(list[int]))) else None


def get_args(tp):
    if isinstance(tp, _Alias):
        args = tp.__args__
        if tp._name == "Annotated":
            return args + tp.__metadata__
        return args if tp._name != "Callable" or _is_parameter_list(args) else (list(args[:-1]), args[-1])
    return tp.__args__ if isinstance(tp, (type(list[int]), type(int | str))) else ()


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
        hints[name] = _resolved(hint, lookup, extras)


def _resolved(hint, lookup, extras):
    # A type with what its strings stand for, without annotations of it unless asked for.
    if isinstance(hint, (str, ForwardRef)):
        hint = _evaluate(hint if isinstance(hint, str) else hint.__forward_arg__, lookup)
    if not isinstance(hint, (_Alias, type(list[int]))) or getattr(hint, "_name", None) == "Literal":
        return hint
    args = tuple([_resolved(arg, lookup, extras) for arg in hint.__args__])
    if not extras and isinstance(hint, _Alias) and hint._name == "Annotated":
        return args[0]
    if args == hint.__args__:
        return hint
    return hint._with(args) if isinstance(hint, _Alias) else type(hint)(hint.__origin__, args)


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
