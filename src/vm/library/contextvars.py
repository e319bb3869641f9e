# contextvars: each thread has a context of its own, and asyncio gives every task and callback a copy of the one it
# was made in. A thread's context lies at its object, so that a forked process goes on with it.
import sys
import threading

__all__ = ["Context", "ContextVar", "Token", "copy_context"]
_nothing = object()


def _current():
    thread = threading.current_thread()
    context = getattr(thread, "__lockstep_context__", None)
    if context is None:
        context = Context()
        object.__setattr__(thread, "__lockstep_context__", context)
    return context


def copy_context():
    return _current().copy()


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class _Own:
    __module__ = "_contextvars"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_contextvars.%s' object" % type(self).__name__)


class Token(_Own):
    __module__ = "_contextvars"
    MISSING = _Missing()

    def __init__(self, var=None, old=None, context=None):
        if context is None:
            raise RuntimeError("Tokens can only be created by ContextVars")
        self.var = var
        self.old_value = old
        self._context = context
        self._used = False

    def __repr__(self):
        return "<Token%s var=%r at 0x%012x>" % (" used" if self._used else "", self.var, id(self))

    def __class_getitem__(cls, item):
        return cls


class ContextVar(_Own):
    __module__ = "_contextvars"

    def __init__(self, name, *, default=_nothing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=_nothing, /):
        value = _current()._values.get(self, _nothing)
        if value is _nothing:
            value = default
        if value is _nothing:
            value = self._default
        if value is _nothing:
            raise LookupError(self)
        return value

    def set(self, value, /):
        context = _current()
        token = Token(self, context._values.get(self, Token.MISSING), context)
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError("expected an instance of Token, got %r" % (token,))
        if token._used:
            raise RuntimeError("%r has already been used once" % token)
        if token.var is not self:
            raise ValueError("%r was created by a different ContextVar" % token)
        context = _current()
        if token._context is not context:
            raise ValueError("%r was created in a different Context" % token)
        token._used = True
        if token.old_value is Token.MISSING:
            context._values.pop(self, None)
        else:
            context._values[self] = token.old_value

    def __repr__(self):
        default = "" if self._default is _nothing else " default=%r" % (self._default,)
        return "<ContextVar name=%r%s at 0x%012x>" % (self.name, default, id(self))

    def __class_getitem__(cls, item):
        return cls


class Context(_Own):
    __module__ = "_contextvars"
    _abstract = ("Mapping",)

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError("cannot enter context: %r is already entered" % self)
        thread = threading.current_thread()
        before = _current()
        self._entered = True
        object.__setattr__(thread, "__lockstep_context__", self)
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            object.__setattr__(thread, "__lockstep_context__", before)

    def copy(self):
        other = Context()
        other._values = self._values.copy()
        return other

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError("a ContextVar key was expected, got %r" % (var,))
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError("a ContextVar key was expected, got %r" % (var,))
        return var in self._values

    def get(self, var, default=None, /):
        return self[var] if var in self else default

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


def _into(events):
    events._copy_context = copy_context


if "asyncio.events" in sys.modules:
    _into(sys.modules["asyncio.events"])
