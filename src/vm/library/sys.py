# What programs ask about the interpreter.
import _lockstep
import _structseq


class _Buffer:
    # `sys.stdout.buffer`
    closed = False

    def __init__(self, stream):
        self.raw = stream
        self.name = stream.name

    def write(self, data, /):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
        self.raw.write(data.decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        pass


class _Stream:
    def __init__(self, error, name):
        self._lockstep_stream = error
        self.name = name
        self.mode = "w"
        self.encoding = "utf-8"
        self.errors = "backslashreplace" if error else "strict"
        self.closed = False
        self.line_buffering = True
        self.buffer = _Buffer(self)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        _lockstep.write(self._lockstep_stream, text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def readable(self):
        return False

    def writable(self):
        return True

    isatty = writable

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'TextIOWrapper' instances")

    def __repr__(self):
        return "<_io.TextIOWrapper name='%s' mode='w' encoding='utf-8'>" % self.name

    def fileno(self):
        return 2 if self._lockstep_stream else 1

    def reconfigure(self, **options):
        pass


_Buffer.__name__ = _Buffer.__qualname__ = "BufferedWriter"
_Stream.__name__ = _Stream.__qualname__ = "TextIOWrapper"
_Buffer.__module__ = _Stream.__module__ = "_io"
stdout = _Stream(False, "<stdout>")
stderr = _Stream(True, "<stderr>")
__stdout__ = stdout
__stderr__ = stderr
argv = _lockstep.argv()
version = "3.13.0 (main, Oct  7 2024, 00:00:00) [GCC 12.2.0]"
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
platform = "linux"
executable = "/usr/bin/python3"
path = [""]
_switch_interval = [1e-6 * _lockstep.switch_interval()]


version_info = _structseq.make("sys.version_info", ("major", "minor", "micro", "releaselevel", "serial"))((
    3, 13, 0, "final", 0))
hexversion = 0x030d00f0


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-313"
    version = version_info
    hexversion = hexversion


implementation = _Implementation()


def exit(status=None, /):
    if status is None:
        raise SystemExit
    raise SystemExit(status)


def getswitchinterval():
    return _switch_interval[0]


def setswitchinterval(interval, /):
    if not isinstance(interval, (int, float)):
        raise TypeError("must be real number, not " + type(interval).__name__)
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    # Kept in whole microseconds.
    _switch_interval[0] = 1e-6 * max(int(1e6 * interval), 1)


def excepthook(exctype, value, traceback, /):
    if stderr is not None:
        stderr.write(_lockstep.traceback(value, True))


__excepthook__ = excepthook
UnraisableHookArgs = _structseq.make(
    "UnraisableHookArgs", ("exc_type", "exc_value", "exc_traceback", "err_msg", "object"))


def unraisablehook(unraisable, /):
    text = unraisable.err_msg or "Exception ignored in"
    if unraisable.object is not None:
        text += ": " + repr(unraisable.object)
    if unraisable.err_msg:
        text += ":"
    _lockstep.write(True, text + "\n" + _lockstep.unraisable(unraisable.exc_value))


__unraisablehook__ = unraisablehook


def _unraisable(message, about, error):
    unraisablehook(UnraisableHookArgs((type(error), error, error.__traceback__, message, about)))


def getrecursionlimit():
    return _lockstep.recursion_limit()


def setrecursionlimit(limit, /):
    if not isinstance(limit, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(limit).__name__)
    _lockstep.recursion_limit(limit)


def exc_info():
    error = _lockstep.handled()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)


def exception():
    return _lockstep.handled()


def getdefaultencoding():
    return "utf-8"


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError("intern() argument must be str, not " + type(string).__name__)
    return string


def get_int_max_str_digits():
    return 4300


def _is_gil_enabled():
    return True


def __getattr__(name):
    if name == "modules":
        return dict(_lockstep.modules())
    import _sysinfo
    if name[:2] != "__" and hasattr(_sysinfo, name):
        return getattr(_sysinfo, name)
    import sys
    raise AttributeError("module 'sys' has no attribute %r" % name, name=name, obj=sys)
