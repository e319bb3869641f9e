# Functions to call at the end of the program.
import _lockstep

_functions = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func):
    for entry in list(_functions):
        if entry[0] == func:
            _functions.remove(entry)


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            import sys
            sys._unraisable("Exception ignored in atexit callback %r" % (func,), None, error)
