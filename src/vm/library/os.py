# The simulated operating system: processes and what lessons ask about the machine. There are no files.
import _lockstep
import os.path as path

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
curdir = "."
pardir = ".."
linesep = "\n"
devnull = "/dev/null"
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_APPEND, O_CREAT, O_TRUNC = 0, 1, 2, 1024, 64, 512
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
WNOHANG = 1
defpath = "/bin:/usr/bin"


def _text(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not " + type(value).__name__)
    return value


class _Environ(dict):
    def __repr__(self):
        return "environ(" + dict.__repr__(self) + ")"

    def __getitem__(self, key):
        return dict.__getitem__(self, _text(key))

    def __setitem__(self, key, value):
        dict.__setitem__(self, _text(key), _text(value))

    def __delitem__(self, key):
        dict.__delitem__(self, _text(key))

    def get(self, key, default=None):
        return dict.get(self, _text(key), default)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **kwds):
        for key, value in dict(other, **kwds).items():
            self[key] = value

    def copy(self):
        return dict(self)


environ = _Environ({"PATH": "/usr/bin:/bin", "HOME": "/home/user", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"})


def getpid():
    return _lockstep.process()[1]


def getppid():
    return _lockstep.process()[2]


def cpu_count():
    return _lockstep.cores()


def process_cpu_count():
    return _lockstep.cores()


def sched_getaffinity(pid):
    return set(range(_lockstep.cores()))


def sched_yield():
    _lockstep.sleep(0)


def _exit(status):
    _lockstep.exit_process(status & 255)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    # As in CPython, `environ` does not see this, and there is nobody else to see it.
    _text(key), _text(value)


unsetenv = _text


def getcwd():
    return "/home/user"


def getlogin():
    return "user"


def getuid():
    return 1000


def getloadavg():
    return (0.0, 0.0, 0.0)


getgid = getegid = geteuid = getuid


def getpgid(pid, /):
    return 1000


getpgrp = getsid = getuid


def nice(increment, /):
    return 0


def times():
    import _structseq
    kind = _structseq.make("posix.times_result",
                           ("user", "system", "children_user", "children_system", "elapsed"))
    return kind((_lockstep.clock(2) / 1000000000, 0.0, 0.0, 0.0, _lockstep.clock(1) / 1000000000))


def uname():
    import _structseq
    kind = _structseq.make("posix.uname_result", ("sysname", "nodename", "release", "version", "machine"))
    return kind(("Linux", "lockstep", "6.1.0", "#1 SMP", "x86_64"))


def get_terminal_size(fd=1, /):
    import _structseq
    return _structseq.make("os.terminal_size", ("columns", "lines"))((80, 24))


def isatty(fd, /):
    return fd in (0, 1, 2)


def fsencode(filename):
    return filename if isinstance(filename, bytes) else filename.encode("utf-8")


def fsdecode(filename):
    return filename if isinstance(filename, str) else filename.decode("utf-8")


def get_exec_path(env=None):
    return ["/usr/bin", "/bin"]


def urandom(size):
    _lockstep.unsupported("os.urandom() is not supported: use random.randbytes() with a seed")


def system(command):
    _lockstep.unsupported("other programs cannot be started: use multiprocessing")


def fork():
    _lockstep.unsupported("os.fork() is not supported: use multiprocessing.Process")


def kill(pid, signal, /):
    pid, signal = range(pid).stop, range(signal).stop
    if pid <= 0:
        _lockstep.unsupported("groups of processes are not supported: signal each process by its pid")
    if not 0 <= signal <= 64:
        raise OSError(22, "Invalid argument")
    if 19 <= signal <= 22:
        _lockstep.unsupported("signals that stop a process are not supported: let it wait for an Event")
    if _lockstep.process()[1] == pid and signal:
        handlers = _lockstep.loaded("signal")
        if handlers is not None:
            handlers._deliver(signal)
            return
        if signal == 2 and _lockstep.current() == 1:
            raise KeyboardInterrupt
    if pid == 1:
        raise PermissionError(1, "Operation not permitted")
    if pid < 1000 or not _lockstep.kill_process(pid - 1000, signal):
        raise ProcessLookupError(3, "No such process")


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)


class PathLike:
    pass


def strerror(code):
    return {2: "No such file or directory", 11: "Resource temporarily unavailable",
            32: "Broken pipe", 13: "Permission denied"}.get(code, "Unknown error %d" % code)


def register_at_fork(*, before=None, after_in_parent=None, after_in_child=None):
    from multiprocessing.util import register_after_fork
    if after_in_child is not None:
        register_after_fork(after_in_child, _call)


def _call(function):
    function()
