# Threads without comfort, as CPython's module of the same name.
import _lockstep
import _structseq

LockType = lock
TIMEOUT_MAX = 9223372036.0
error = RuntimeError


def allocate_lock():
    return _lockstep.allocate_lock()


def allocate():
    return _lockstep.allocate_lock()


def start_new_thread(function, args, kwargs=None, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is None:
        kwargs = {}
    elif not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    return _lockstep.start_thread(_run, (function, args, kwargs), "Dummy", True)


def start_new(function, args, kwargs=None, /):
    return start_new_thread(function, args, {} if kwargs is None else kwargs)


def start_joinable_thread(function, handle=None, daemon=True):
    _lockstep.unsupported("_thread.start_joinable_thread() is not supported: use threading.Thread")


def daemon_threads_allowed():
    return True


def _run(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as failure:
        import sys
        sys._unraisable("Exception ignored in thread started by " + repr(function), None, failure)
    threading = _lockstep.loaded("threading")
    if threading is not None:
        # The object that stood for this thread if it asked for one.
        threading._threads.pop(_lockstep.current(), None)


def get_ident():
    return _lockstep.current()


def get_native_id():
    return _native_id(_lockstep.current())


def _native_id(ident):
    # As on Linux, the main thread has the number of its process.
    pid = _lockstep.process()[1]
    return pid if ident == 1 else 1000 * pid + ident


def exit():
    raise SystemExit


def exit_thread():
    raise SystemExit


def interrupt_main(signum=2, /):
    signal = _lockstep.loaded("signal")
    if signal is not None:
        if callable(signal.getsignal(signum)):
            signal._deliver(signum, False)
    elif signum == 2:
        if _lockstep.current() == 1:
            raise KeyboardInterrupt
        _lockstep.kill_process(_lockstep.process()[0], 2, False)


_stack_size = [0]


def stack_size(size=0, /):
    # Sizes are checked and remembered; stacks grow as they need.
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError("size not valid: %d bytes" % size)
    old = _stack_size[0]
    _stack_size[0] = size
    return old


class _local:
    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local_args", (args, kwargs))
        object.__setattr__(self, "_local_dicts", {_lockstep.current(): {}})
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread._local' object")

    def _local_dict(self):
        dicts = object.__getattribute__(self, "_local_dicts")
        ident = _lockstep.current()
        mine = dicts.get(ident)
        if mine is None:
            mine = {}
            dicts[ident] = mine
            args, kwargs = object.__getattribute__(self, "_local_args")
            init = type(self).__init__
            if init is not object.__init__:
                init(self, *args, **kwargs)
        return mine

    def __getattribute__(self, name):
        if name.startswith("_local"):
            return object.__getattribute__(self, name)
        mine = object.__getattribute__(self, "_local_dict")()
        if name == "__dict__":
            return mine
        if name in mine:
            return mine[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError as error:
            if type(self) is not _local:
                raise
            message = str(error).replace("'_local'", "'_thread._local'")
        raise AttributeError(message, name=name, obj=self)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % _full_name(type(self)))
        mine = object.__getattribute__(self, "_local_dict")()
        if _is_described(self, name):
            object.__setattr__(self, name, value)
        else:
            mine[name] = value

    def __delattr__(self, name):
        mine = object.__getattribute__(self, "_local_dict")()
        if _is_described(self, name):
            object.__delattr__(self, name)
            return
        if name not in mine:
            raise AttributeError("'%s' object has no attribute '%s'" % (_full_name(type(self)), name))
        del mine[name]


def _is_described(self, name):
    # What properties and slots of a subclass hold is no thread's own.
    kind = type(self)
    return kind is not _local and hasattr(type(getattr(kind, name, None)), "__set__")


def _full_name(cls):
    return "_thread._local" if cls is _local else cls.__name__


_ExceptHookArgs = _structseq.make(
    "_thread._ExceptHookArgs", ("exc_type", "exc_value", "exc_traceback", "thread"))
