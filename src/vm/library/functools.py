# functools: helpers for functions.

import _lockstep

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    if "__dict__" in updated:
        for name, value in getattr(wrapped, "__dict__", {}).items():
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


_missing = object()


class _Method:
    def method(self):
        pass


_method = type(_Method().method)


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


class partial:
    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = object.__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __get__(self, instance, owner=None):
        if instance is not None:
            import warnings
            warnings.warn("functools.partial will be a method descriptor in future Python versions; wrap it in "
                          "staticmethod() if you want to preserve the old behavior", FutureWarning, 2)
        return self

    def __repr__(self):
        if _lockstep.again():
            return "..."
        parts = [repr(self.func)]
        for arg in self.args:
            parts.append(repr(arg))
        for name, value in self.keywords.items():
            parts.append(name + "=" + repr(value))
        return "functools.partial(" + ", ".join(parts) + ")"

    def __reduce__(self):
        return _rebuild_partial, (self.func, self.args, self.keywords)


def _rebuild_partial(func, args, keywords):
    return partial(func, *args, **keywords)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, owner, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            found = get(owner, cls)
            if found is not self.func:
                return partial(found, *self.args, **self.keywords)

        def method(owner, /, *args, **keywords):
            return self.func(owner, *self.args, *args, **{**self.keywords, **keywords})
        return method.__get__(owner, cls)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partialmethod({', '.join(parts)})"


class _CacheInfo(tuple):
    _fields = ("hits", "misses", "maxsize", "currsize")

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    @property
    def hits(self):
        return self[0]

    @property
    def misses(self):
        return self[1]

    @property
    def maxsize(self):
        return self[2]

    @property
    def currsize(self):
        return self[3]

    def __repr__(self):
        return ("CacheInfo(hits=" + repr(self[0]) + ", misses=" + repr(self[1])
                + ", maxsize=" + repr(self[2]) + ", currsize=" + repr(self[3]) + ")")


_mark = object()


def _key_of(args, keywords, typed):
    key = args
    if keywords:
        key += (_mark,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        key += tuple([type(value) for value in keywords.values()])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._store = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, *args, **keywords):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _key_of(args, keywords, self._typed)
        store = self._store
        value = store.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                # The most recently used one goes to the end.
                del store[key]
                store[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **keywords)
        if self._maxsize is not None and key not in store and len(store) >= self._maxsize:
            for oldest in store:
                del store[oldest]
                break
        store[key] = value
        return value

    def __get__(self, owner, cls=None):
        if owner is None:
            return self
        return _method(self, owner)

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at " + hex(id(self)) + ">"

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._store))

    def cache_clear(self):
        self._store = {}
        self._hits = 0
        self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _lru_cache_wrapper(function, maxsize, typed)
    return decorate


def cache(user_function, /):
    return _lru_cache_wrapper(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names ("
                            + repr(self.attrname) + " and " + repr(name) + ").")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


def _from_lt():
    def __gt__(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result and self != other

    def __le__(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else result or self == other

    def __ge__(self, other):
        result = type(self).__lt__(self, other)
        return result if result is NotImplemented else not result

    return {"__gt__": __gt__, "__le__": __le__, "__ge__": __ge__}


def _from_le():
    def __ge__(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result or self == other

    def __lt__(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else result and self != other

    def __gt__(self, other):
        result = type(self).__le__(self, other)
        return result if result is NotImplemented else not result

    return {"__ge__": __ge__, "__lt__": __lt__, "__gt__": __gt__}


def _from_gt():
    def __lt__(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not (result or self == other)

    def __ge__(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else result or self == other

    def __le__(self, other):
        result = type(self).__gt__(self, other)
        return result if result is NotImplemented else not result

    return {"__lt__": __lt__, "__ge__": __ge__, "__le__": __le__}


def _from_ge():
    def __le__(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result or self == other

    def __gt__(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else result and self != other

    def __lt__(self, other):
        result = type(self).__ge__(self, other)
        return result if result is NotImplemented else not result

    return {"__le__": __le__, "__gt__": __gt__, "__lt__": __lt__}


def total_ordering(cls):
    makers = {"__lt__": _from_lt, "__le__": _from_le, "__gt__": _from_gt, "__ge__": _from_ge}
    defined = []
    for name in makers:
        for base in cls.__mro__:
            if base is not object and name in base.__dict__:
                defined.append(name)
                break
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = "__lt__" if "__lt__" in defined else defined[0]
    for name, method in makers[root]().items():
        if name not in defined:
            setattr(cls, name, method)
    return cls


def _classes_of(annotation):
    # The classes that a registered annotation or union stands for; None if it stands for no classes.
    classes = getattr(annotation, "__args__", None) if not isinstance(annotation, type) else (annotation,)
    if isinstance(annotation, type(int | str)) or getattr(annotation, "_name", None) == "Union":
        return classes if all([isinstance(cls, type) for cls in classes]) else None
    return classes if isinstance(annotation, type) else None


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


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base is not object and base in registry:
                return registry[base]
        # Abstract classes of which it is one without inheriting from them: the most special one.
        best = None
        for other in registry:
            if other is not object and issubclass(cls, other):
                if best is None or issubclass(other, best):
                    best = other
                elif not issubclass(best, other):
                    raise RuntimeError(f"Ambiguous dispatch: {best} or {other}")
        return func if best is None else registry[best]

    def register(cls, method=None):
        if method is None and _classes_of(cls) is not None:
            return lambda method: register(cls, method)
        if method is None:
            method = cls
            if not getattr(method, "__annotations__", {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            function = getattr(method, "__func__", method)
            for name, cls in function.__annotations__.items():
                break
            if cls is None:
                cls = type(None)
            elif isinstance(cls, str):
                cls = _evaluate(cls, lambda name: {**_built_in, **function.__globals__}[name])
            if _classes_of(cls) is None:
                if isinstance(cls, type(int | str)) or getattr(cls, "_name", None) == "Union":
                    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        elif _classes_of(cls) is None:
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        for each in _classes_of(cls):
            registry[each] = method
        return method

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(func.__name__ + " requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, owner, cls=None):
        def method(*args, **keywords):
            found = self.dispatcher.dispatch(type(args[0]))
            return found.__get__(owner, cls)(*args, **keywords)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
