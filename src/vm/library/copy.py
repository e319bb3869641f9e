# copy: shallow and deep copies.


class Error(Exception):
    pass


error = Error

_atomic = (int, float, bool, str, bytes, type, range, slice, property, type(None), type(Ellipsis),
           type(NotImplemented), type(len), type(lambda: None))


def copy(x):
    cls = type(x)
    if cls in _atomic or cls is tuple or cls is frozenset or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, _reduced(x), None)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    if cls is list:
        y = []
        memo[id(x)] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[id(x)] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        y = x
        for old, new in zip(x, items):
            if old is not new:
                y = tuple(items)
                break
    elif cls is set:
        y = {deepcopy(item, memo) for item in x}
    elif cls is frozenset:
        y = frozenset([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = x.copy()
    elif hasattr(x, "__func__") and hasattr(x, "__self__"):
        y = getattr(deepcopy(x.__self__, memo), x.__name__)
    else:
        method = getattr(x, "__deepcopy__", None)
        if method is not None:
            y = method(memo)
        else:
            y = _rebuilt(x, _reduced(x), memo)
    if y is not x:
        memo[id(x)] = y
        # Keeps what has an id in the memo alive.
        memo.setdefault(id(memo), []).append(x)
    return y


def _reduced(x):
    cls = type(x)
    if cls.__name__ in ("lock", "RLock", "generator", "module", "coroutine", "Waiters", "handle"):
        name = cls.__name__
        raise TypeError("cannot pickle '" + ("_thread." if "lock" in name.lower() else "") + name + "' object")
    method = getattr(x, "__reduce_ex__", None)
    if method is not None:
        return method(4)
    method = getattr(x, "__reduce__", None)
    if method is not None:
        return method()
    return None


def _state_of(x):
    method = getattr(x, "__getstate__", None)
    return dict(getattr(x, "__dict__", {})) if method is None else method()


def _plain(x, deep, memo):
    # An object without hooks: a new instance of its class with the same attributes and items.
    cls = type(x)
    if isinstance(x, tuple):
        return tuple.__new__(cls, [deep(item) for item in x])
    if isinstance(x, frozenset):
        return frozenset.__new__(cls, [deep(item) for item in x])
    if isinstance(x, str):
        return str.__new__(cls, x)
    if isinstance(x, (int, float)):
        return type(x).__mro__[-2].__new__(cls, x)
    if isinstance(x, BaseException):
        return cls(*[deep(item) for item in x.args])
    y = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = y
    if isinstance(x, list):
        list.extend(y, [deep(item) for item in x])
    elif isinstance(x, dict):
        for key, value in x.items():
            dict.__setitem__(y, deep(key), deep(value))
    elif isinstance(x, set):
        set.update(y, [deep(item) for item in x])
    return y


def _rebuilt(x, reduced, memo):
    if memo is None:
        def deep(value):
            return value
    else:
        def deep(value):
            return deepcopy(value, memo)
    if isinstance(reduced, str):
        return x
    if reduced is None:
        y = _plain(x, deep, memo)
        state = _state_of(x)
        items = pairs = None
    else:
        function, args = reduced[0], reduced[1]
        y = function(*[deep(arg) for arg in args])
        state = reduced[2] if len(reduced) > 2 else None
        items = reduced[3] if len(reduced) > 3 else None
        pairs = reduced[4] if len(reduced) > 4 else None
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        state = deep(state)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = {}
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            for part in (state, slots):
                for name, value in (part or {}).items():
                    object.__setattr__(y, name, value)
    for item in items or ():
        y.append(deep(item))
    for key, value in pairs or ():
        y[deep(key)] = deep(value)
    return y


def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError("replace() does not support " + type(obj).__name__ + " objects")
    return method(obj, **changes)
