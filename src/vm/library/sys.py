# What programs ask about the interpreter.
import _lockstep


class _Stream:
    def __init__(self, error, name):
        self._lockstep_stream = error
        self.name = name
        self.encoding = "utf-8"
        self.errors = "strict"
        self.closed = False

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

    def isatty(self):
        return True

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'TextIOWrapper' instances")

    def fileno(self):
        return 2 if self._lockstep_stream else 1

    def reconfigure(self, **options):
        pass


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
flags = None
_switch_interval = [0.005]


class _VersionInfo(tuple):
    @property
    def major(self):
        return self[0]

    @property
    def minor(self):
        return self[1]

    @property
    def micro(self):
        return self[2]

    def __repr__(self):
        return ("sys.version_info(major=%d, minor=%d, micro=%d, releaselevel='%s', serial=%d)"
                % tuple(self))


version_info = _VersionInfo((3, 13, 0, "final", 0))
hexversion = 0x030d00f0


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-313"


implementation = _Implementation()


def exit(*code):
    if len(code) > 1:
        raise TypeError("exit expected at most 1 argument, got " + str(len(code)))
    if not code or code[0] is None:
        raise SystemExit
    raise SystemExit(code[0])


def getswitchinterval():
    return _switch_interval[0]


def setswitchinterval(interval):
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _switch_interval[0] = interval


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    _unsupported_limit()


def _unsupported_limit():
    raise NotImplementedError("sys.setrecursionlimit() is not supported")


def exc_info():
    error = _lockstep.handled()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)


def exception():
    return _lockstep.handled()


def getsizeof(value, default=0):
    return 64


def getdefaultencoding():
    return "utf-8"


def intern(text):
    return text


def _is_gil_enabled():
    return True
