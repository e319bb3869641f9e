# What CPython has in C: a lock or semaphore that processes share.
import _lockstep

SEM_VALUE_MAX = 2147483647


class SemLock:
    SEM_VALUE_MAX = SEM_VALUE_MAX

    def __init__(self, kind, value, maxvalue, name):
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        if not -SEM_VALUE_MAX - 1 <= value <= SEM_VALUE_MAX:
            raise OverflowError("Python int too large to convert to C int")
        if value < 0:
            raise OSError(22, "Invalid argument")
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = name
        self.handle = _lockstep.new_semaphore(value, maxvalue, kind == 0, name)

    def acquire(self, block=True, timeout=None):
        if not block:
            timeout = 0
        elif timeout is not None:
            if not isinstance(timeout, (int, float)):
                raise TypeError("must be real number, not " + type(timeout).__name__)
            if timeout < 0:
                timeout = 0
        return _lockstep.sem_acquire(self.handle, timeout)

    def release(self):
        if not _lockstep.sem_release(self.handle):
            if self.kind == 0:
                raise AssertionError("attempt to release recursive lock not owned by thread")
            raise ValueError("semaphore or lock released too many times")

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _get_value(self):
        return _lockstep.sem_state(self.handle)[0]

    def _is_mine(self):
        return _lockstep.sem_state(self.handle)[1]

    def _count(self):
        return _lockstep.sem_state(self.handle)[2]

    def _is_zero(self):
        return _lockstep.sem_state(self.handle)[0] == 0
