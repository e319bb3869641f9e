# warnings: filters, and what is printed of those that they let through. Regular expressions are not supported, so
# a filter's message and module are compared as plain text.

import _lockstep
import sys

defaultaction = "default"
onceregistry = {}
_actions = ("error", "ignore", "always", "all", "default", "module", "once")

# (action, message, category, module, lineno), the first that fits counts
_initial = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
filters = list(_initial)
_seen = set()
_texts = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, line : %r}"
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


def formatwarning(message, category, filename, lineno, line=None):
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        line = _texts.get((filename, lineno))
    if line:
        text += "  %s\n" % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


def _plain(text, what):
    for c in "\\.^$*+?{}[]|()":
        if c in text.replace(".*", ""):
            _lockstep.unsupported("regular expressions are not supported in filterwarnings(): give a plain " + what)
    return text.replace(".*", "").lower() if what == "message" else text


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def _check(action, lineno):
    if action not in _actions:
        raise ValueError("invalid action: %r" % (action,))
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, lineno)
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action, lineno)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    message = _plain(message, "message") or None
    module = _plain(module, "module name") or None
    _insert((action, message, category, module, lineno), append)


def resetwarnings():
    filters.clear()
    _seen.clear()


def _place(level):
    # (file, line, module) of the caller that a stack level names.
    stack = _lockstep.stack()
    while stack and stack[-1][0].endswith("/warnings.py"):
        stack.pop()
    if level > len(stack):
        return "<sys>", 0, "sys"
    file, line, function, text, own = stack[-level]
    _texts[file, line] = text
    module = "__main__" if own else file[file.rfind("/") + 1:file.rfind(".")]
    return file, line, module


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    file, line, module = _place(max(stacklevel, 1))
    warn_explicit(message, category, file, line, module)


def _deprecated(message):
    # Of a function of the library: what counts is the program's line that called it.
    for file, line, function, text, own in reversed(_lockstep.stack()):
        if own:
            _texts[file, line] = text
            warn_explicit(message, DeprecationWarning, file, line, "__main__")
            return


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = (text, category, lineno, module)
    if key in _seen:
        return
    action = defaultaction
    for what, start, kind, where, line in filters:
        if ((start is None or text.lower().startswith(start)) and issubclass(category, kind)
                and (where is None or module.startswith(where)) and line in (0, lineno)):
            action = what
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        if (text, category) in onceregistry:
            return
        onceregistry[text, category] = 1
    elif action == "module":
        _seen.add(key)
        if (text, category, 0, module) in _seen:
            return
        _seen.add((text, category, 0, module))
    elif action == "default":
        _seen.add(key)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        showwarning(message, category, filename, lineno)
        if source is not None:
            sys.stderr.write(category.__name__ + ": Enable tracemalloc to get the object allocation traceback\n")


def _never_awaited(name, above):
    file, line, module = _place(2 if above else 1)
    if file.startswith("<lib>/asyncio/"):
        # A task's coroutine has ended: CPython is in the loop's call of the task.
        file, line, module = "<lib>/asyncio/events.py", 89, "asyncio.events"
        _texts[file, line] = "self._context.run(self._callback, *self._args)"
    warn_explicit("coroutine '" + name + "' was never awaited", RuntimeWarning, file, line, module, source=name)


_recorders = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return "catch_warnings(record=True)" if self._record else "catch_warnings()"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._saved = list(filters), showwarning
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _recorders.append(log)
            return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters[:], showwarning = self._saved
        _seen.clear()
        if self._record:
            _recorders.pop()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', not %r" % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            _lockstep.unsupported("warnings.deprecated() is supported for functions only")
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, level)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
