# Processes as objects. What a process does of itself is here; how it is started is in popen.
import _lockstep
import threading


def current_process():
    return _current_process


def parent_process():
    return _parent_process


def active_children():
    _cleanup()
    return list(_children)


def _cleanup():
    # What has ended is no child any more.
    for process in list(_children):
        popen = process._popen
        if popen is not None and popen.poll() is not None:
            _forget(process)


def _forget(process):
    if process in _children:
        _children.remove(process)


def _pid():
    return _lockstep.process()[1]


class BaseProcess:
    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        _count[0] += 1
        self._identity = _current_process._identity + (_count[0],)
        self._config = _current_process._config.copy()
        self._parent_pid = _pid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join([str(i) for i in self._identity])
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == _pid(), "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), "daemonic processes are not allowed to have children"
        _cleanup()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        del self._target, self._args, self._kwargs
        _children.append(self)

    def terminate(self):
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        self._check_closed()
        assert self._parent_pid == _pid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _forget(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == _pid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _forget(self)
        return False

    def close(self):
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen = None
            del self._sentinel
            _forget(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        if self._popen is None:
            return self._popen
        return self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _current_process:
            return _pid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        code = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != _pid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            code = self._popen.poll()
            status = "started" if code is None else "stopped"
        parts = [type(self).__name__, "name=%r" % self._name]
        if self._popen is not None:
            parts.append("pid=%s" % self._popen.pid)
        parts.append("parent=%s" % self._parent_pid)
        parts.append(status)
        if code is not None:
            parts.append("exitcode=%s" % _signals.get(code, code))
        if self.daemon:
            parts.append("daemon")
        return "<%s>" % " ".join(parts)

    def _bootstrap(self, parent_sentinel=None):
        global _current_process, _parent_process
        import multiprocessing.util as util
        try:
            if self._start_method is not None:
                util._force_start_method(self._start_method)
            _count[0] = 0
            _children.clear()
            _current_process = self
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            if threading._main[0]._ident != _lockstep.current() or len(threading._threads) > 1:
                threading._after_fork()
            util._in_child()
            util.info("child process calling self.run()")
            self.run()
            exitcode = 0
        except SystemExit as error:
            if error.code is None:
                exitcode = 0
            elif isinstance(error.code, int):
                exitcode = error.code
            else:
                _lockstep.write(True, str(error.code) + "\n")
                exitcode = 1
        except BaseException as error:
            exitcode = 1
            _lockstep.write(True, "Process %s:\n%s" % (self.name, _lockstep.traceback(error)))
        finally:
            threading._shutdown()
            util.info("process exiting with exitcode %d" % exitcode)
        return exitcode

    _start_method = None


class AuthenticationString(bytes):
    def __reduce__(self):
        from multiprocessing.context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        return _lockstep.poll_process(self._pid - 1000) is None

    @property
    def ident(self):
        return self._pid

    def join(self, timeout=None):
        _lockstep.wait_process(self._pid - 1000, timeout)

    pid = ident


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {"authkey": AuthenticationString(b"lockstep"), "semprefix": "/mp"}

    def __reduce_ex__(self, protocol):
        import pickle
        raise pickle.PicklingError("Can't pickle <class 'multiprocessing.process._MainProcess'>: attribute lookup "
                                   "_MainProcess on multiprocessing.process failed")

    def close(self):
        pass


_signals = {-1: "-SIGHUP", -2: "-SIGINT", -9: "-SIGKILL", -15: "-SIGTERM"}
_parent_process = None
_current_process = _MainProcess()
_count = [0]
_children = []
