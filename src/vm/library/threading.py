# Threads and what they meet at. The primitives are the machine's; the rest is Python as in CPython, so
# that subclassing, reprs and the order of wake-ups come out the same.
import _lockstep
import _thread

Lock = _thread.lock
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
TIMEOUT_MAX = _thread.TIMEOUT_MAX
ThreadError = RuntimeError


local = _thread._local
ExceptHookArgs = _thread._ExceptHookArgs
stack_size = _thread.stack_size
_CRLock = _thread.RLock

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "gettrace",
    "getprofile", "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]


def RLock(*args, **kwargs):
    return _CRLock(*args, **kwargs)


def _deprecated(message):
    import warnings
    warnings._deprecated(message)


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        if hasattr(lock, "_is_owned"):
            self._is_owned = lock._is_owned
        self._line = _lockstep.waiters()
        self._reported = self

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind=None, value=None, traceback=None):
        return self._lock.__exit__(kind, value, traceback)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, _lockstep.waiting(self._line))

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        return self._wait(timeout, "wait")

    def _wait(self, timeout, operation):
        if timeout is not None and not timeout > 0:
            timeout = 0
        _lockstep.enqueue(self._line)
        if hasattr(self._lock, "_release_save"):
            state = self._lock._release_save()
        else:
            self._lock.release()
            state = None
        try:
            return _lockstep.wait(self._line, timeout, self._reported, operation)
        finally:
            if state is None:
                self._lock.acquire()
            elif hasattr(self._lock, "_set_count"):
                self._lock.acquire()
                self._lock._set_count(state)
            else:
                self._lock._acquire_restore(state)

    def wait_for(self, predicate, timeout=None):
        endtime = None
        result = predicate()
        while not result:
            if timeout is not None:
                if endtime is None:
                    endtime = _lockstep.clock(1) / 1000000000 + timeout
                else:
                    timeout = endtime - _lockstep.clock(1) / 1000000000
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _lockstep.notify(self._line, n, self._reported)

    def notify_all(self):
        self.notify(_lockstep.waiting(self._line))

    def notifyAll(self):
        _deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._cond._reported = self
        self._value = value

    def __repr__(self):
        name = type(self).__module__ + "." + type(self).__qualname__
        return "<%s at %s: value=%d>" % (name, hex(id(self)), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        rc = False
        endtime = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    break
                if timeout is not None:
                    now = _lockstep.clock(1) / 1000000000
                    if endtime is None:
                        endtime = now + timeout
                    else:
                        timeout = endtime - now
                        if timeout <= 0:
                            break
                self._cond._wait(timeout, "acquire")
            else:
                self._value -= 1
                rc = True
        return rc

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        name = type(self).__module__ + "." + type(self).__qualname__
        return "<%s at %s: value=%d/%d>" % (name, hex(id(self)), self._value, self._initial_value)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._cond._reported = self
        self._flag = False

    def __repr__(self):
        name = type(self).__module__ + "." + type(self).__qualname__
        return "<%s at %s: %s>" % (name, hex(id(self)), "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated("isSet() is deprecated, use is_set() instead")
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond._wait(timeout, "wait")
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # _state: 0 filling, 1 draining, -1 resetting, -2 broken
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._cond._reported = self
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        name = type(self).__module__ + "." + type(self).__qualname__
        if self.broken:
            return "<%s at %s: broken>" % (name, hex(id(self)))
        return "<%s at %s: waiters=%d/%d>" % (name, hex(id(self)), self.n_waiting, self.parties)

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                self._exit()

    def _enter(self):
        while self._state in (-1, 1):
            self._cond._wait(None, "wait")
        if self._state < 0:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        endtime = None
        if timeout is not None:
            endtime = _lockstep.clock(1) / 1000000000 + timeout
        while self._state == 0:
            if not self._cond._wait(timeout, "wait") and self._state == 0:
                self._break()
                raise BrokenBarrierError
            if endtime is not None:
                timeout = endtime - _lockstep.clock(1) / 1000000000
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0:
            if self._state in (-1, 1):
                self._state = 0
                self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state == 0:
                    self._state = -1
                elif self._state == -2:
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        if self._state == 0:
            return self._count
        return 0

    @property
    def broken(self):
        return self._state == -2


_threads = {}
_limbo = []
_names = [0]
_before_shutdown = []
_shutting_down = [False]
_after_forks = []


def _newname(template):
    _names[0] += 1
    return template % _names[0]


class _Handle:
    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread._ThreadHandle' object")


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += " (" + target.__name__ + ")"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        if daemon is not None:
            self._daemonic = daemon
        else:
            self._daemonic = current_thread().daemon
        self._ident = None
        self._begun = False
        self._start_line = _lockstep.waiters()
        self._initialized = True
        self._invoke_excepthook = excepthook

    _initialized = False

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._begun:
            status = "started"
        if self._ident is not None and self._is_over():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (type(self).__name__, self._name, status)

    def __reduce_ex__(self, protocol):
        # What CPython pickles before it meets the handle of the thread may be what cannot be pickled.
        import copyreg
        state = {}
        for name, value in self.__dict__.items():
            state[name] = value
            if name == "_ident":
                state["_handle"] = _Handle()
        return copyreg.__newobj__, (type(self),), state

    def _is_over(self):
        return _lockstep.thread_ended(self._ident)

    # Exploration looks away from most of this file's bookkeeping (QUIET in vm/library.rs), but not from these two:
    # whether a thread has been started can matter to others than its starter.
    def _will_begin(self):
        self._begun = False

    def _has_begun(self):
        return self._begun

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._has_begun():
            raise RuntimeError("threads can only be started once")
        self._will_begin()
        _limbo.append(self)
        _lockstep.enqueue(self._start_line)
        self._ident = _lockstep.start_thread(self._bootstrap_inner, (), self._name, self._daemonic)
        _lockstep.wait(self._start_line, None, self, "start")

    def _bootstrap_inner(self):
        _limbo.remove(self)
        self._ident = _lockstep.current()
        _threads[self._ident] = self
        self._begun = True
        _lockstep.notify(self._start_line, 1, self)
        _lockstep.begin(self.run, self._target)
        try:
            self.run()
        except BaseException as error:
            if excepthook is not __excepthook__ or not isinstance(error, SystemExit):
                invoke_excepthook(self, error)
        finally:
            _threads.pop(self._ident, None)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._has_begun():
            raise RuntimeError("cannot join thread before it is started")
        if self._ident == _lockstep.current():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        _lockstep.join_thread(self._ident, timeout, False)

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident is not None:
            _lockstep.name_thread(self._ident, self._name, self._daemonic)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident if self._has_begun() else None

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return _thread._native_id(self._ident) if self._has_begun() else None

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._has_begun() and not self._is_over()

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._begun:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


def excepthook(args, /):
    if not isinstance(args, ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    _report(args.thread.name if args.thread is not None else get_ident(), args.exc_value)


def _report(name, error):
    text = "Exception in thread %s:\n%s" % (name, _lockstep.traceback(error, True))
    sys = _lockstep.loaded("sys")
    if sys is None or sys.stderr is None or hasattr(sys.stderr, "_lockstep_stream"):
        _lockstep.write(True, text)
    else:
        sys.stderr.write(text)


__excepthook__ = excepthook


def invoke_excepthook(thread, error):
    hook = excepthook
    try:
        if hook is __excepthook__:
            # As it does with arguments, but without making them.
            _report(thread.name, error)
        else:
            hook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except SystemExit:
        pass
    except BaseException as failure:
        failure.__suppress_context__ = True
        _lockstep.write(True, "Exception in threading.excepthook:\n" + _lockstep.traceback(failure, True))


class _MainThread(Thread):
    _over = False

    def _is_over(self):
        return self._over

    def __init__(self):
        self._daemonic = False
        self._initialized = True
        self._target = None
        self._args = ()
        self._kwargs = {}
        self._name = "MainThread"
        self._ident = _lockstep.current()
        self._begun = True


class _DummyThread(Thread):
    def __init__(self):
        self._daemonic = True
        self._initialized = True
        self._name = _newname("Dummy-%d")
        self._ident = _lockstep.current()
        self._begun = True
        _threads[self._ident] = self

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    thread = _threads.get(_lockstep.current())
    if thread is None:
        return _DummyThread()
    return thread


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def active_count():
    return len(_threads) + len(_limbo)


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def enumerate():
    return list(_threads.values()) + list(_limbo)


def main_thread():
    return _main[0]


def settrace(func):
    if func is not None:
        _lockstep.unsupported("threading.settrace() is not supported: step in the player")


def setprofile(func):
    if func is not None:
        _lockstep.unsupported("threading.setprofile() is not supported: look at the timeline")


settrace_all_threads = settrace
setprofile_all_threads = setprofile


def gettrace():
    return None


def getprofile():
    return None


def _register_atexit(function, *args, **kwargs):
    if _shutting_down[0]:
        raise RuntimeError("can't register atexit after shutdown")
    _before_shutdown.append((function, args, kwargs))


def _shutdown():
    _main[0]._over = True
    _shutting_down[0] = True
    while _before_shutdown:
        function, args, kwargs = _before_shutdown.pop()
        function(*args, **kwargs)
    waiting = True
    while waiting:
        waiting = False
        for thread in list(_threads.values()) + list(_limbo):
            if thread is _main[0] or thread._daemonic:
                continue
            waiting = True
            if thread._ident is not None:
                _lockstep.join_thread(thread._ident, None, True)
                _threads.pop(thread._ident, None)


def _after_fork():
    # In a forked child only the calling thread is left, and it is the main thread, under the name that it had.
    me = _threads.get(_lockstep.current())
    if me is None or isinstance(me, _DummyThread):
        me = _MainThread()
    _threads.clear()
    _limbo.clear()
    _threads[_lockstep.current()] = me
    _main[0] = me
    _before_shutdown.clear()
    for function in _after_forks:
        function()


_main = [_MainThread()]
_threads[_main[0]._ident] = _main[0]
