# traceback: exceptions as text.

import _lockstep
import sys

_sentinel = object()


def _value_of(exc, value):
    if value is _sentinel:
        return exc
    return value


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    value = _value_of(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    if tb is not _sentinel and tb is not value.__traceback__:
        head = format_tb(tb, limit)
        if head:
            head.insert(0, "Traceback (most recent call last):\n")
        return head + format_exception_only(value)
    return _pieces(_lockstep.traceback(value, limit, chain))


def _pieces(text):
    # One piece for each frame, with its source lines; one for every other line.
    pieces = []
    for line in text.splitlines(True):
        if pieces and line.startswith("    ") and pieces[-1].startswith('  File "'):
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def format_exception_only(exc, /, value=_sentinel, **kwargs):
    value = _value_of(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    lines = [line + "\n" for note in getattr(value, "__notes__", ()) for line in str(note).split("\n")]
    if isinstance(value, BaseExceptionGroup):
        first = type(value).__qualname__ + ": " + str(value) + "\n"
    else:
        first = _lockstep.traceback(value, 0, False)
        first = first[:len(first) - len("".join(lines))]
    return (first.splitlines(True) if isinstance(value, SyntaxError) else [first]) + lines


def _print(text, file):
    print(text, file=sys.stderr if file is None else file, end="")


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    _print("".join(format_exception(exc, value, tb, limit, chain)), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(_lockstep.handled(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_lockstep.handled(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


class FrameSummary:
    def __init__(self, filename, lineno, name, *, line=None, _text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._text = _text

    @property
    def line(self):
        if self._line is not None:
            return self._line
        lines = (self._text or "").split("\n")
        return lines[1].strip() if len(lines) > 1 else ""

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __repr__(self):
        return "<FrameSummary file %s, line %d in %s>" % (self.filename, self.lineno, self.name)

    def _format(self):
        if self._text is not None:
            return self._text
        text = '  File "%s", line %d, in %s\n' % (self.filename, self.lineno, self.name)
        return text + ("    %s\n" % self._line.strip() if self._line else "")


class StackSummary(list):
    def format(self, **kwargs):
        return [frame._format() for frame in self]


def _limited(limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    return limit


def extract_tb(tb, limit=None):
    limit = _limited(limit)
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    if limit is not None:
        entries = entries[:limit] if limit >= 0 else entries[limit:]
    texts = _lockstep.frames([entry._row for entry in entries])
    return StackSummary([
        FrameSummary(entry.tb_frame.f_code.co_filename, entry.tb_lineno, entry.tb_frame.f_code.co_name, _text=text)
        for entry, text in zip(entries, texts)])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _print("".join(format_tb(tb, limit)), file)


def format_list(extracted_list):
    return [(frame if isinstance(frame, FrameSummary) else FrameSummary(*frame[:3], line=frame[3]))._format()
            for frame in extracted_list]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _summary(rows):
    entries = [FrameSummary(file, line, name, line=text) for file, line, name, text, own in rows]
    if entries and not rows[0][4] and entries[0].name == "_bootstrap_inner":
        entries.insert(0, FrameSummary(entries[0].filename, 1, "_bootstrap", line="self._bootstrap_inner()"))
    return StackSummary(entries)


def extract_stack(f=None, limit=None):
    if f is None:
        rows = [row for row in _lockstep.stack() if not row[0].endswith("/traceback.py")]
    else:
        rows = f._rows
    entries = _summary(rows)
    limit = _limited(limit)
    if limit is not None:
        entries = entries[:-limit] if limit < 0 else entries[len(entries) - limit:] if limit < len(entries) else entries
    return StackSummary(entries)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print("".join(format_stack(f, limit)), file)


def walk_stack(f):
    if f is None:
        # Where it would begin if StackSummary.extract asked.
        f = sys._getframe(1)
        for _ in range(3):
            f = f and f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **kwargs):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        if exc_type.__module__ not in ("builtins", "__main__"):
            self.exc_type_str = exc_type.__module__ + "." + self.exc_type_str
        self._exception = exc_value
        self._limit = limit
        self.stack = extract_tb(exc_traceback, limit)

    @classmethod
    def from_exception(cls, exc, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, **kwargs)

    def format(self, *, chain=True, **kwargs):
        yield from format_exception(self._exception, limit=self._limit, chain=chain)

    def format_exception_only(self, **kwargs):
        yield from format_exception_only(self._exception)

    def print(self, *, file=None, chain=True, **kwargs):
        _print("".join(self.format(chain=chain)), file)

    def __str__(self):
        return str(self._exception)


def clear_frames(tb):
    # Frames keep no variables here.
    pass
