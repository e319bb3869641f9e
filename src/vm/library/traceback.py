# traceback: exceptions as text.

import _lockstep
import sys

_sentinel = object()


def _value_of(exc, value):
    if value is _sentinel:
        return exc
    return value


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    value = _value_of(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    text = _lockstep.traceback(value)
    return [text if text.endswith("\n") else text + "\n"]


def format_exception_only(exc, /, value=_sentinel, **kwargs):
    value = _value_of(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    cls = type(value)
    name = cls.__qualname__
    if cls.__module__ not in ("__main__", "builtins"):
        name = cls.__module__ + "." + name
    text = str(value)
    lines = [name + (": " + text if text else "") + "\n"]
    for note in getattr(value, "__notes__", ()):
        lines.append(str(note) + "\n")
    return lines


def _print(text, file):
    print(text, file=sys.stderr if file is None else file, end="")


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    _print("".join(format_exception(exc, value, tb)), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(_lockstep.handled(), file=file)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_lockstep.handled()))


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def format_tb(tb, limit=None):
    return []


def extract_tb(tb, limit=None):
    return []


def format_stack(f=None, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    return None
