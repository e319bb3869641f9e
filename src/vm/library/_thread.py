# Threads without comfort, as CPython's module of the same name.
import _lockstep

LockType = lock
TIMEOUT_MAX = 9223372036.0
error = RuntimeError


def allocate_lock():
    return _lockstep.allocate_lock()


allocate = allocate_lock


def start_new_thread(function, args, kwargs={}):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    return _lockstep.start_thread(_run, (function, args, kwargs), "Dummy", True)


start_new = start_new_thread


def _run(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as failure:
        _lockstep.write(True, "Exception ignored in thread started by " + repr(function) + ":\n"
                        + _lockstep.traceback(failure))


def get_ident():
    return _lockstep.current()


def get_native_id():
    return 1000 + _lockstep.current()


def exit():
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2):
    raise NotImplementedError("interrupt_main() is not supported: set an Event that the main thread looks at")


def stack_size(size=0):
    return 0


class _local:
    def __init__(self, *args, **kwargs):
        pass
