# Managers: a process that keeps objects, and proxies that call their methods from elsewhere. Each thread
# that uses a proxy has a connection of its own to the manager, and there a thread that serves it.
import _lockstep
import _pickle
import array
import multiprocessing.connection as connection
import multiprocessing.context as context
import multiprocessing.pool as pool
import multiprocessing.process as process
import multiprocessing.util as util
import queue
import threading

_INBOX_BYTES = 65536

# Views of a dict go to a proxy as lists.
_views = (type({}.keys()), type({}.values()), type({}.items()))


def _default():
    return context._default_context.get_context()


class Token:
    # What names an object of a manager: its type, the manager's inbox, its number there.
    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __repr__(self):
        return "%s(typeid=%r, address=%r, id=%r)" % (type(self).__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


def convert_to_error(kind, result):
    if kind == "#ERROR":
        return result
    if kind in ("#TRACEBACK", "#UNSERIALIZABLE"):
        if kind == "#UNSERIALIZABLE":
            return RemoteError("Unserializable message: %s\n" % result)
        return RemoteError(result)
    return ValueError("Unrecognized message type %r" % kind)


def all_methods(obj):
    return [name for name in dir(obj) if callable(getattr(obj, name))]


def public_methods(obj):
    return [name for name in all_methods(obj) if name[0] != "_"]


def _itself(obj):
    return obj


# What every object answers, whatever it exposes.
_answers = {"__str__": str, "#STR": str, "#REPR": repr, "#GETVALUE": _itself}


class Server:
    def __init__(self, registry, address):
        self.registry = registry
        self.address = address
        self.objects = {}
        self.numbers = 0

    def serve_forever(self):
        inbox = connection.Connection(self.address, None)
        while True:
            message = inbox.recv()
            if message is None:
                return
            thread = threading.Thread(target=self.serve_client, args=(message,))
            thread.daemon = True
            thread.start()

    def serve_client(self, conn):
        while True:
            try:
                request = conn.recv()
            except (EOFError, OSError):
                return
            except BaseException as error:
                self.answer(conn, ("#TRACEBACK", _lockstep.traceback(error)))
                continue
            ident, method, args, kwds = request
            try:
                if ident is None:
                    answer = "#RETURN", getattr(self, method)(*args, **kwds)
                else:
                    obj, exposed, method_to_typeid = self.objects[ident]
                    if method not in exposed:
                        raise AttributeError("method %r of %r object is not in exposed=%r"
                                             % (method, type(obj), exposed))
                    answer = self.call(obj, method, args, kwds, method_to_typeid)
            except AttributeError as error:
                if ident is None:
                    answer = "#TRACEBACK", _lockstep.traceback(error)
                else:
                    try:
                        answer = "#RETURN", _answers[method](obj)
                    except Exception as error:
                        answer = "#TRACEBACK", _lockstep.traceback(error)
            except Exception as error:
                answer = "#TRACEBACK", _lockstep.traceback(error)
            self.answer(conn, answer)

    def answer(self, conn, message):
        try:
            conn.send(message)
        except (BrokenPipeError, OSError):
            pass
        except Exception:
            conn.send(("#UNSERIALIZABLE", repr(message)))

    def call(self, obj, method, args, kwds, method_to_typeid):
        if method == "__imul__" and isinstance(obj, list):
            obj *= args[0]
            return "#RETURN", None
        function = getattr(obj, method)
        try:
            result = function(*args, **kwds)
        except Exception as error:
            return "#ERROR", error
        typeid = method_to_typeid and method_to_typeid.get(method, None)
        if typeid:
            number, exposed = self.create(typeid, result)
            return "#PROXY", (exposed, Token(typeid, self.address, number))
        if type(result) in _views or method == "__reversed__":
            result = list(result)
        return "#RETURN", result

    def create(self, typeid, /, *args, **kwds):
        callable_, exposed, method_to_typeid, proxytype = self.registry[typeid]
        if callable_ is None:
            if kwds or len(args) != 1:
                raise ValueError("Without callable, must have one non-keyword argument")
            obj = args[0]
        else:
            obj = callable_(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        self.numbers += 1
        number = "%x" % (0x7f0000000000 + self.numbers * 64)
        self.objects[number] = (obj, set(exposed), method_to_typeid)
        return number, tuple(exposed)

    def get_methods(self, ident):
        return tuple(self.objects[ident][1])

    def debug_info(self):
        return "\n".join(["  %s:       refcount=1\n    %s" % (number, str(self.objects[number][0])[:75])
                          for number in sorted(self.objects)])

    def number_of_objects(self):
        return len(self.objects)

    def ping(self):
        return "pong"


def _call(conn, ident, method, args=(), kwds={}):
    conn.send((ident, method, args, kwds))
    kind, result = conn.recv()
    if kind == "#RETURN":
        return result
    raise convert_to_error(kind, result)


def _connect(address):
    # Both ends of a new pair of pipes are made here; the manager gets one of them.
    ours, theirs = connection.Pipe()
    try:
        _lockstep.send(address, _pickle.dumps(theirs), "a connection")
    except BrokenPipeError:
        ours.close()
    theirs.close()
    if ours.closed:
        # The manager's socket is gone with it.
        raise FileNotFoundError(2, "No such file or directory")
    return ours


class State:
    INITIAL = 0
    STARTED = 1
    SHUTDOWN = 2

    def __init__(self):
        self.value = self.INITIAL


class BaseManager:
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if isinstance(address, tuple) or isinstance(address, str):
            _lockstep.unsupported("a manager at an address needs sockets: start the manager without one")
        self._address = None
        self._state = State()
        self._ctx = ctx or _default()
        self._conn = None

    @property
    def address(self):
        return self._address

    def get_server(self):
        _lockstep.unsupported("get_server() needs sockets: use start() or `with`")

    def connect(self):
        _lockstep.unsupported("connect() needs sockets: use start() or `with`")

    def start(self, initializer=None, initargs=()):
        if self._state.value != State.INITIAL:
            if self._state.value == State.STARTED:
                raise context.ProcessError("Already started server")
            elif self._state.value == State.SHUTDOWN:
                raise context.ProcessError("Manager has shut down")
            raise context.ProcessError("Unknown state %r" % self._state.value)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        inbox = _lockstep.new_pipe(_INBOX_BYTES, "Manager")
        self._address = inbox
        ready, begun = connection.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(self._registry, connection.Connection(inbox, None), begun, initializer, initargs))
        numbers = ":".join([str(i) for i in self._process._identity])
        self._process.name = type(self).__name__ + "-" + numbers
        self._process.start()
        # The server alone reads from it: when it is gone, sending fails.
        _lockstep.ends(inbox, -1, 0, False)
        begun.close()
        ready.recv()
        ready.close()
        self._state.value = State.STARTED
        self.shutdown = util.Finalize(self, self._finalize_manager, exitpriority=0)

    @classmethod
    def _run_server(cls, registry, inbox, begun, initializer, initargs):
        if initializer is not None:
            initializer(*initargs)
        server = Server(registry, inbox._reader_pipe)
        begun.send(None)
        begun.close()
        try:
            server.serve_forever()
        finally:
            # As CPython's server, which leaves without further ado.
            _lockstep.exit_process(0)

    def _finalize_manager(self):
        if self._process.is_alive():
            util.info("sending shutdown message to manager")
            try:
                _lockstep.send(self._address, _pickle.dumps(None), "shutdown")
            except BrokenPipeError:
                pass
            self._process.join(timeout=1.0)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join()
        self._state.value = State.SHUTDOWN
        self._conn = None

    def _connection(self):
        if self._conn is None:
            self._conn = _connect(self._address)
        return self._conn

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == State.STARTED, "server not yet started"
        number, exposed = _call(self._connection(), None, "create", (typeid,) + args, kwds)
        return Token(typeid, self._address, number), exposed

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def _debug_info(self):
        return _call(self._connection(), None, "debug_info")

    def _number_of_objects(self):
        return _call(self._connection(), None, "number_of_objects")

    def __enter__(self):
        if self._state.value == State.INITIAL:
            self.start()
        assert self._state.value == State.STARTED
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
                 create_method=True):
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            def temp(self, /, *args, **kwds):
                token, exposed = self._create(typeid, *args, **kwds)
                return proxytype(token, "pickle", manager=self, exposed=exposed)
            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class _Connections(threading.local):
    # By manager: a thread's own connections. A forked child makes new ones.
    def __init__(self):
        self.pid = process._pid()
        self.open = {}

    def known(self, address):
        pid = process._pid()
        if self.pid != pid:
            self.pid = pid
            self.open = {}
        return self.open.get(address)

    def to(self, address):
        conn = self.known(address)
        if conn is None:
            conn = self.open[address] = _connect(address)
        return conn


_connections = _Connections()


class BaseProxy:
    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True,
                 manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer

    def _callmethod(self, methodname, args=(), kwds={}):
        address = self._token.address
        conn = _connections.known(address)
        if conn is None:
            try:
                raise AttributeError("'ForkAwareLocal' object has no attribute 'connection'")
            except AttributeError:
                conn = _connections.to(address)
        conn.send((self._id, methodname, args, kwds))
        kind, result = conn.recv()
        if kind == "#RETURN":
            return result
        if kind == "#PROXY":
            exposed, token = result
            registry = self._manager._registry if self._manager is not None else SyncManager._registry
            return registry[token.typeid][-1](token, self._serializer, manager=self._manager,
                                              exposed=exposed)
        raise convert_to_error(kind, result)

    def _getvalue(self):
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        kwds = {}
        if getattr(self, "_isauto", False):
            kwds["exposed"] = self._exposed_
            return RebuildProxy, (AutoProxy, self._token, self._serializer, kwds)
        return RebuildProxy, (type(self), self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at %#x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod("#REPR")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds):
    return func(token, serializer, **kwds)


def _forwarder(name):
    def method(self, /, *args, **kwds):
        _line = name
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed):
    namespace = {}
    for method in exposed:
        namespace[method] = _forwarder(method)
    kind = type(name, (BaseProxy,), namespace)
    kind._exposed_ = tuple(exposed)
    return kind


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True,
              manager_owned=False):
    if exposed is None:
        exposed = _call(_connections.to(token.address), None, "get_methods", (token.id,))
    kind = MakeProxyType("AutoProxy[%s]" % token.typeid, exposed)
    proxy = kind(token, serializer, manager=manager)
    proxy._isauto = True
    return proxy


class Namespace:
    def __init__(self, /, **kwds):
        for name in kwds:
            setattr(self, name, kwds[name])

    def __repr__(self):
        parts = ["%s=%r" % (name, value) for name, value in sorted(self.__dict__.items())
                 if not name.startswith("_")]
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


class IteratorProxy(BaseProxy):
    _exposed_ = ("__next__", "send", "throw", "close")

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod("__next__", args)

    def send(self, *args):
        return self._callmethod("send", args)

    def close(self, *args):
        return self._callmethod("close", args)


class AcquirerProxy(BaseProxy):
    _exposed_ = ("acquire", "release")

    def acquire(self, blocking=True, timeout=None):
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._callmethod("acquire", args)

    def release(self):
        return self._callmethod("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        endtime = None
        if timeout is not None:
            endtime = _lockstep.clock(1) / 1000000000 + timeout
        remaining = timeout
        while not result:
            if endtime is not None:
                remaining = endtime - _lockstep.clock(1) / 1000000000
                if remaining <= 0:
                    break
            self.wait(remaining)
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = ("is_set", "set", "clear", "wait")

    def is_set(self):
        return self._callmethod("is_set")

    def set(self):
        return self._callmethod("set")

    def clear(self):
        return self._callmethod("clear")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))


class BarrierProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "wait", "abort", "reset")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def abort(self):
        return self._callmethod("abort")

    def reset(self):
        return self._callmethod("reset")

    @property
    def parties(self):
        return self._callmethod("__getattribute__", ("parties",))

    @property
    def n_waiting(self):
        return self._callmethod("__getattribute__", ("n_waiting",))

    @property
    def broken(self):
        return self._callmethod("__getattribute__", ("broken",))


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, "_callmethod")("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return object.__getattribute__(self, "_callmethod")("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return object.__getattribute__(self, "_callmethod")("__delattr__", (key,))


class ValueProxy(BaseProxy):
    _exposed_ = ("get", "set")

    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)


BaseListProxy = MakeProxyType("BaseListProxy", (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__",
    "__rmul__", "__setitem__", "append", "count", "extend", "index", "insert", "pop", "remove",
    "reverse", "sort", "__imul__"))


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self

    def __iter__(self):
        position = 0
        while True:
            try:
                item = self[position]
            except IndexError:
                return
            yield item
            position += 1

    def __reversed__(self):
        return iter(self._callmethod("__reversed__"))


DictProxy = MakeProxyType("DictProxy", (
    "__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", "clear",
    "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"))
DictProxy._method_to_typeid_ = {"__iter__": "Iterator"}
ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))
BasePoolProxy = MakeProxyType("PoolProxy", (
    "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap",
    "starmap_async", "terminate"))
BasePoolProxy._method_to_typeid_ = {
    "apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult",
    "imap": "Iterator", "imap_unordered": "Iterator"}


class PoolProxy(BasePoolProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class SyncManager(BaseManager):
    pass


SyncManager.register("Queue", queue.Queue)
SyncManager.register("JoinableQueue", queue.Queue)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("Pool", pool.Pool, PoolProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)
