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
environ = {"PATH": "/usr/bin:/bin", "HOME": "/home/user", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


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


def putenv(key, value):
    environ[key] = value


def getcwd():
    return "/home/user"


def getlogin():
    return "user"


def getuid():
    return 1000


def getloadavg():
    return (0.0, 0.0, 0.0)


def cpu_times():
    return None


def urandom(size):
    _lockstep.unsupported("os.urandom() is not supported: use random.randbytes() with a seed")


def system(command):
    _lockstep.unsupported("other programs cannot be started: use multiprocessing")


def fork():
    _lockstep.unsupported("os.fork() is not supported: use multiprocessing.Process")


def kill(pid, signal):
    number = pid - 1000
    if _lockstep.process()[1] == pid:
        handlers = _lockstep.loaded("signal")
        if handlers is not None:
            handlers.raise_signal(signal)
            return
        if signal == 2:
            raise KeyboardInterrupt
    _lockstep.kill_process(number, signal)


def fspath(path):
    return path


def strerror(code):
    return {2: "No such file or directory", 11: "Resource temporarily unavailable",
            32: "Broken pipe", 13: "Permission denied"}.get(code, "Unknown error %d" % code)


def register_at_fork(*, before=None, after_in_parent=None, after_in_child=None):
    from multiprocessing.util import register_after_fork
    if after_in_child is not None:
        register_after_fork(after_in_child, _call)


def _call(function):
    function()
