# warnings: each is shown once per text and category, as by default.

import sys

_shown = set()
_ignored = []
_errors = []


def showwarning(message, category, filename, lineno, file=None, line=None):
    text = filename + ":" + str(lineno) + ": " + category.__name__ + ": " + str(message) + "\n"
    print(text, file=sys.stderr if file is None else file, end="")


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    for ignored in _ignored:
        if issubclass(category, ignored):
            return
    for error in _errors:
        if issubclass(category, error):
            raise message if isinstance(message, Warning) else category(message)
    if _recorders:
        _recorders[-1].append(WarningMessage(message if isinstance(message, Warning) else category(message),
                                             category))
        return
    key = (str(message), category)
    if key in _shown:
        return
    _shown.add(key)
    print(category.__name__ + ": " + str(message), file=sys.stderr)


class WarningMessage:
    def __init__(self, message, category, filename="", lineno=0):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action == "ignore":
        _ignored.append(category)
    elif action == "error":
        _errors.append(category)
    else:
        _ignored.clear()
        _errors.clear()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action, category)


def resetwarnings():
    _ignored.clear()
    _errors.clear()


_recorders = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action
        self._category = category

    def __enter__(self):
        self._saved = list(_ignored), list(_errors)
        if self._action is not None:
            simplefilter(self._action, self._category)
        if self._record:
            log = []
            _recorders.append(log)
            return log

    def __exit__(self, *exc_info):
        _ignored[:], _errors[:] = self._saved
        if self._record:
            _recorders.pop()
