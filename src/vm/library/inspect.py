# inspect: what functions, classes and generators are.
import types as _types
from collections import namedtuple

import _lockstep

CO_VARARGS = 4
CO_VARKEYWORDS = 8


class _empty:
    pass


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def ismethod(object):
    return isinstance(object, _types.MethodType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def _flag(object, bit):
    while ismethod(object) or hasattr(object, "__wrapped__") and not hasattr(object, "__code__"):
        object = object.__func__ if ismethod(object) else object.__wrapped__
    return isfunction(object) and bool(object.__code__.co_flags & bit)


def isgeneratorfunction(object):
    return _flag(object, 0x20)


def iscoroutinefunction(object):
    return _flag(object, 0x80)


def isasyncgenfunction(object):
    return _flag(object, 0x200)


def iscoroutine(object):
    return type(object).__name__ == "coroutine"


def isasyncgen(object):
    return type(object).__name__ == "async_generator"


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


def istraceback(object):
    return isinstance(object, _types.TracebackType)


def isframe(object):
    return isinstance(object, _types.FrameType)


def iscode(object):
    return isinstance(object, _types.CodeType)


GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"


def getgeneratorstate(generator):
    return "GEN_" + _lockstep.generator_state(generator)


def getcoroutinestate(coroutine):
    return "CORO_" + _lockstep.generator_state(coroutine)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return None if doc is None else cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        stripped = line.lstrip()
        if stripped:
            indent = len(line) - len(stripped)
            margin = indent if margin is None else min(margin, indent)
    lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmodule(object):
    import sys
    return sys.modules.get(getattr(object, "__module__", None))


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")


def formatannotation(annotation):
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        if self.kind is _VAR_POSITIONAL:
            return "*" + text
        if self.kind is _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def replace(self, **changes):
        new = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        new.update(changes)
        return Parameter(new.pop("name"), new.pop("kind"), **new)

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= _KEYWORD_ONLY or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind >= _KEYWORD_ONLY:
                if parameter.kind is _VAR_KEYWORD:
                    found.update(self.arguments[name])
                else:
                    found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        found = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                found[name] = self.arguments[name]
            elif parameter.default is not _empty:
                found[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                found[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                found[name] = {}
        self.arguments = found

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(["%s=%r" % item for item in self.arguments.items()])


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def __str__(self):
        parts = []
        slash = star = False
        for parameter in self.parameters.values():
            if slash and parameter.kind is not _POSITIONAL_ONLY:
                parts.append("/")
                slash = False
            if parameter.kind is _POSITIONAL_ONLY:
                slash = True
            elif parameter.kind is _VAR_POSITIONAL:
                star = True
            elif parameter.kind is _KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = "(" + ", ".join(parts) + ")"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self.parameters == other.parameters and self.return_annotation == other.return_annotation

    def _bind(self, args, kwargs, partial):
        found = {}
        args = list(args)
        kwargs = dict(kwargs)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if args:
                    found[name] = tuple(args)
                args = []
            elif kind is _VAR_KEYWORD:
                if kwargs:
                    found[name] = kwargs
                kwargs = {}
            elif args and kind <= _POSITIONAL_OR_KEYWORD:
                if name in kwargs and kind is _POSITIONAL_OR_KEYWORD:
                    raise TypeError("multiple values for argument %r" % name)
                found[name] = args.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                word = "keyword-only argument" if kind is _KEYWORD_ONLY else "argument"
                raise TypeError("missing a required %s: %r" % (word, name))
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
        return BoundArguments(self, found)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None
                         else return_annotation)


def signature(obj, *, follow_wrapped=True):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped and hasattr(obj, "__wrapped__"):
        return signature(obj.__wrapped__)
    if hasattr(obj, "__signature__"):
        return obj.__signature__
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, type):
        init = obj.__init__
        if "__dataclass_fields__" in obj.__dict__ and init.__module__ == "dataclasses":
            return Signature(_of_fields(obj), return_annotation=None)
        if issubclass(obj, tuple) and hasattr(obj, "_field_defaults"):
            return Signature(_of_names(obj))
        if isfunction(init):
            return _without_first(signature(init))
        if isfunction(obj.__new__):
            return _without_first(signature(obj.__new__))
        if obj.__module__ != "builtins":
            return Signature()
    elif isfunction(getattr(type(obj), "__call__", None)):
        return _without_first(signature(type(obj).__call__))
    raise ValueError("no signature found for builtin %r" % (obj,))


class _Factory:
    def __repr__(self):
        return "<factory>"


def _of_fields(cls):
    # The parameters of a dataclass: those that go by name alone are the last.
    found = []
    for field in cls.__dataclass_fields__.values():
        if field._kind == "classvar" or not field.init:
            continue
        default = field.default
        if type(default).__name__ == "_MISSING_TYPE":
            default = _empty if type(field.default_factory).__name__ == "_MISSING_TYPE" else _Factory()
        kind = _KEYWORD_ONLY if field.kw_only is True else _POSITIONAL_OR_KEYWORD
        found.append(Parameter(field.name, kind, default=default, annotation=field.type))
    return sorted(found, key=lambda parameter: parameter.kind)


def _of_names(cls):
    # The parameters of a named tuple.
    types = cls.__dict__.get("__annotations__", {})
    return [Parameter(name, _POSITIONAL_OR_KEYWORD, default=cls._field_defaults.get(name, _empty),
                      annotation=types.get(name, _empty)) for name in cls._fields]


FullArgSpec = namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    try:
        # As the function is written: with `self`, and without what it wraps.
        is_method = ismethod(func)
        found = signature(func.__func__ if is_method else func, follow_wrapped=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, defaults, only, only_defaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not Signature.empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        if parameter.kind == Parameter.VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == Parameter.VAR_KEYWORD:
            varkw = name
        elif parameter.kind == Parameter.KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not Parameter.empty:
                only_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not Parameter.empty:
                defaults.append(parameter.default)
        if parameter.annotation is not Parameter.empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None, annotations)


def _without_first(found):
    return Signature(list(found.parameters.values())[1:], return_annotation=found.return_annotation)


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    count = code.co_argcount
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for position in range(count):
        kind = _POSITIONAL_ONLY if position < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        index = position - (count - len(defaults))
        add(names[position], kind, defaults[index] if index >= 0 else _empty)
    after = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[after], _VAR_POSITIONAL)
    for position in range(count, after):
        add(names[position], _KEYWORD_ONLY, keyword_defaults.get(names[position], _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[after + (1 if code.co_flags & CO_VARARGS else 0)], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, "__annotations__", {}))


def _no_source(*arguments, **keywords):
    _lockstep.unsupported("inspect cannot show the source or the stack: read the program beside the player")


getsource = getsourcelines = getfile = getsourcefile = currentframe = stack = trace = _no_source
