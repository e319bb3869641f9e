# Locks and what is made of them, shared by processes. All state is in the machine's semaphores, so that
# copies of these objects in several processes mean the same thing.
import _lockstep
import _multiprocessing
import multiprocessing.context as context
import multiprocessing.process as process
import threading

RECURSIVE_MUTEX = 0
SEMAPHORE = 1
SEM_VALUE_MAX = _multiprocessing.SEM_VALUE_MAX


def _now():
    return _lockstep.clock(1) / 1000000000


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx):
        self._is_fork_ctx = ctx.get_start_method() == "fork"
        self._semlock = _multiprocessing.SemLock(kind, value, maxvalue, "a multiprocessing." + type(self).__name__)
        self._make_methods()

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        if self._is_fork_ctx:
            raise RuntimeError("A SemLock created in a fork context is being shared with a process in a spawn "
                               "context. This is not supported. Please use the same context to create "
                               "multiprocessing objects and Process.")
        return self._semlock

    def __setstate__(self, state):
        self._semlock = state
        self._is_fork_ctx = False
        self._make_methods()

    def _owner(self):
        if self._semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name
        return None


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return "<%s(value=%s)>" % (type(self).__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return "<%s(value=%s, maxvalue=%s)>" % (
            type(self).__name__, self._semlock._get_value(), self._semlock.maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        name = self._owner()
        if name is None:
            if self._semlock._get_value() == 1:
                name = "None"
            elif self._semlock._count() > 0:
                name = "SomeOtherThread"
            else:
                name = "SomeOtherProcess"
        return "<%s(owner=%s)>" % (type(self).__name__, name)


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        name = self._owner()
        count = 0
        if name is not None:
            count = self._semlock._count()
        elif self._semlock._get_value() == 1:
            name = "None"
        elif self._semlock._count() > 0:
            name, count = "SomeOtherThread", "nonzero"
        else:
            name, count = "SomeOtherProcess", "nonzero"
        return "<%s(%s, %s)>" % (type(self).__name__, name, count)


class Condition:
    # Who waits counts itself asleep, and a notifier lets as many through as it has counted; each says
    # when it has woken, so that the next notifier starts from a clean slate.
    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._make_methods()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        waiters = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
        return "<%s(%s, %s)>" % (type(self).__name__, self._lock, waiters)

    def wait(self, timeout=None):
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        held = self._lock._semlock._count()
        for _ in range(held):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(held):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock._is_mine(), "lock is not owned"
        assert not self._wait_semaphore.acquire(False), (
            "notify: Should not have been able to acquire + _wait_semaphore")
        # Those who gave up since the last time are not asleep any more.
        while self._woken_count.acquire(False):
            asleep = self._sleeping_count.acquire(False)
            assert asleep, "notify: Bug in sleeping_count.acquire- res should not be False"
        told = 0
        while told < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            told += 1
        if told:
            for _ in range(told):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(n=2147483647)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        endtime = None
        if timeout is not None:
            endtime = _now() + timeout
        remaining = timeout
        while not result:
            if endtime is not None:
                remaining = endtime - _now()
                if remaining <= 0:
                    break
            self.wait(remaining)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        status = "set" if self.is_set() else "unset"
        return "<%s at %s %s>" % (type(self).__qualname__, hex(id(self)), status)


class Barrier(threading.Barrier):
    # The barrier of threading, with its two counters in shared memory.
    def __init__(self, parties, action=None, timeout=None, *, ctx):
        self._cells = _lockstep.new_shared([0, 0])
        self._cond = ctx.Condition()
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._cells

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._cells = state

    @property
    def _state(self):
        return _lockstep.shared_get(self._cells, 0)

    @_state.setter
    def _state(self, value):
        _lockstep.shared_set(self._cells, 0, value)

    @property
    def _count(self):
        return _lockstep.shared_get(self._cells, 1)

    @_count.setter
    def _count(self, value):
        _lockstep.shared_set(self._cells, 1, value)

    def _enter(self):
        while self._state in (-1, 1):
            self._cond.wait()
        if self._state < 0:
            raise threading.BrokenBarrierError

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise threading.BrokenBarrierError
        if self._state < 0:
            raise threading.BrokenBarrierError
