# What CPython has in C: the bytes are the machine's, calls of the program's hooks are made here.
import _lockstep


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    if protocol is None:
        protocol = 4
    elif protocol < 0:
        protocol = 5
    elif protocol > 5:
        raise ValueError("pickle protocol must be <= 5")
    reduced = []
    while True:
        result = _lockstep.pickle(obj, protocol, reduced)
        if isinstance(result, bytes):
            return result
        if isinstance(result, str):
            raise PicklingError(result)
        for item in result:
            reduced.append(item)
            reduced.append(_reduction(item, protocol))


def _reduction(obj, protocol):
    result = obj.__reduce_ex__(protocol)
    if isinstance(result, str):
        return result
    if not isinstance(result, tuple):
        raise PicklingError("__reduce__ must return a string or tuple")
    if len(result) < 2 or len(result) > 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    if not callable(result[0]):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(result[1], tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    parts = list(result) + [None] * (5 - len(result))
    if parts[3] is not None:
        parts[3] = list(parts[3])
    if parts[4] is not None:
        parts[4] = list(parts[4])
    return tuple(parts)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return _loads(data)[0]


def _loads(data):
    # The object, and where its bytes end.
    stack = []
    memo = []
    marks = []
    at = 0
    while True:
        at, what, a, b = _lockstep.unpickle(data, at, stack, memo, marks)
        if what == 0:
            return a, at
        if what == 1:
            stack.append(a(*b))
        elif what == 2:
            a.__setstate__(b)
        elif what == 3:
            for key, value in b:
                a[key] = value
        elif what == 4:
            add = a.add if hasattr(a, "add") else a.append
            for item in b:
                add(item)
        elif what == 5:
            stack.append(frozenset(a))
        elif what == 6:
            stack.append(find_class(a, b))
        elif what == 7:
            stack.append(a.__new__(a, *b))
        elif what == 8:
            stack.append(a.__new__(a, *b[0], **b[1]))
        else:
            raise UnpicklingError(a)


def find_class(module, name):
    if module != "builtins":
        _lockstep.import_module(module)
    found = _lockstep.find(module, name)
    if found is None:
        there = _lockstep.loaded(module)
        place = "<module '%s' from '%s'>" % (there.__name__, there.__file__)
        if module == "builtins":
            place = "<module 'builtins' (built-in)>"
        raise AttributeError("Can't get attribute %r on %s" % (name, place))
    return found[0]


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    file.write(dumps(obj, protocol))


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    start = file.tell() if hasattr(file, "seek") else None
    result, at = _loads(file.read())
    if start is not None:
        file.seek(start + at)
    return result
