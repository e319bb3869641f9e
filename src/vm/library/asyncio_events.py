# The event loop: what is ready runs in order; when nothing is, the thread waits for the next timer or for
# another thread to hand something in.
import _lockstep
import heapq
import threading
import time
import warnings

# Of contextvars, once that is imported.
_copy_context = None
_running = {}
_loops = []
_current = {}


def _now():
    return _lockstep.clock(4) / 1000000000


def _base():
    # In exploration the time of a loop begins anew whenever it has waited, so that states in which the same is due
    # match; from outside it goes on.
    return _lockstep.clock(6) / 1000000000


def _called(callback):
    # A callback as reprs show it, with its place if it is the program's.
    while hasattr(callback, "func") and hasattr(callback, "keywords"):
        callback = callback.func
    name = getattr(callback, "__qualname__", None)
    shown = (repr(callback) if name is None else name.replace("._wakeup", ".task_wakeup")) + "()"
    code = getattr(getattr(callback, "__func__", callback), "__code__", None)
    if code is None or code.co_filename[:1] == "<":
        return shown
    return "%s at %s:%s" % (shown, code.co_filename, code.co_firstlineno)


class Handle:
    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False
        self._context = _copy_context() if context is None and _copy_context is not None else context

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                "message": "Exception in callback %s" % _called(self._callback), "exception": error,
                "handle": self})

    def __repr__(self):
        info = [type(self).__name__] + self._describe()
        return "<%s>" % " ".join(info)

    def _describe(self):
        if self._cancelled:
            return ["cancelled"]
        return [_called(self._callback)]


class TimerHandle(Handle):
    def __init__(self, when, number, callback, args, loop, context=None):
        Handle.__init__(self, callback, args, loop, context)
        self._when = when
        self._number = number

    def when(self):
        return self._when + _base()

    def _describe(self):
        info = Handle._describe(self)
        info.insert(1 if self._cancelled else 0, "when=%s" % self.when())
        return info

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)


_lacking = ("add_", "remove_", "sock_", "subprocess_", "getaddrinfo", "getnameinfo", "start_tls", "sendfile", "create_",
            "connect_")


class AbstractEventLoop:
    pass


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = []
        self._scheduled = []
        self._timers = 0
        self._stopping = False
        self._closed = False
        self._thread = None
        self._line = _lockstep.waiters()
        self._waits = False
        self._default_executor = None
        self._no_executor = False
        self._exception_handler = None
        self._unretrieved = []
        self._tasks = {}
        self._task_factory = None
        self._debug = False
        self.slow_callback_duration = 0.1
        _loops.append(self)
        self._asyncgens = []

    def __repr__(self):
        return "<_UnixSelectorEventLoop running=%s closed=%s debug=%s>" % (
            self.is_running(), self.is_closed(), self._debug)

    def __getattr__(self, name):
        if name.startswith(_lacking):
            _lockstep.unsupported("loop.%s() is not supported: the network and other programs are not simulated" % name)
        raise AttributeError("'_UnixSelectorEventLoop' object has no attribute %r" % name, name=name, obj=self)

    def time(self):
        return time.monotonic()

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def create_future(self):
        from asyncio.futures import Future
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from asyncio.tasks import Task
        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro)
        return Task(coro, loop=self, name=name, context=context)

    def set_task_factory(self, factory):
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        if self._waits:
            _lockstep.notify(self._line, 1, self)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self._call_at(_now() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        return self._call_at(when - _base(), callback, *args, context=context)

    def _call_at(self, when, callback, *args, context=None):
        self._check_closed()
        self._timers += 1
        handle = TimerHandle(when, self._timers, callback, args, self, context)
        heapq.heappush(self._scheduled, handle)
        return handle

    def run_in_executor(self, executor, func, *args):
        from asyncio.futures import wrap_future
        self._check_closed()
        if executor is None:
            if self._no_executor:
                raise RuntimeError("Executor shutdown has been called")
            if self._default_executor is None:
                from concurrent.futures.thread import ThreadPoolExecutor
                self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._default_executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._default_executor = executor

    def _pass(self):
        passed = _lockstep.clock(5) / 1000000000
        if passed:
            self._scheduled.sort()
            self._timers = len(self._scheduled)
            for number, handle in enumerate(self._scheduled):
                handle._when = round(handle._when - passed, 9)
                handle._number = number

    def _run_once(self):
        self._pass()
        while self._scheduled and self._scheduled[0]._cancelled:
            heapq.heappop(self._scheduled)
        if not self._ready and not self._stopping:
            timeout = None
            if self._scheduled:
                # CPython waits for whole milliseconds, so that timers due at almost the same time fire together.
                timeout = max(0.0, self._scheduled[0]._when - _now()) * 1000
                whole = int(timeout)
                timeout = (whole + 1 if whole < timeout else whole) * 0.001
            if timeout is None or timeout > 0:
                _lockstep.enqueue(self._line)
                self._waits = True
                try:
                    _lockstep.wait(self._line, timeout, self, "run")
                finally:
                    self._waits = False
                self._pass()
        # As exact as the clock's resolution, a nanosecond.
        due = _now() + 0.000000001
        while self._scheduled and self._scheduled[0]._when < due:
            handle = heapq.heappop(self._scheduled)
            if not handle._cancelled:
                self._ready.append(handle)
        batch = self._ready
        self._ready = []
        ran = 0
        try:
            for handle in batch:
                ran += 1
                if not handle._cancelled:
                    if self._debug:
                        self._timed(handle)
                    else:
                        handle._run()
        finally:
            # An exception that ends the loop leaves the rest for the next time.
            if ran < len(batch):
                self._ready[:0] = batch[ran:]

    def _timed(self, handle):
        begin = _now()
        handle._run()
        spent = _now() - begin
        if spent >= self.slow_callback_duration:
            from asyncio.tasks import Task
            import logging
            owner = getattr(handle._callback, "__self__", None)
            logging.getLogger("asyncio").warning(
                "Executing %s took %.3f seconds", repr(owner if isinstance(owner, Task) else handle), spent)

    def run_forever(self):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._thread = threading.get_ident()
        _running[self._thread] = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _running.pop(self._thread, None)
            self._thread = None
            _lockstep.clock(7)

    def run_until_complete(self, future):
        from asyncio.tasks import ensure_future
        from asyncio.futures import isfuture
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        new_task = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)
        # CPython says so when the futures die, which is not simulated.
        for future in self._unretrieved:
            if future._log_traceback:
                future._log_traceback = False
                self.call_exception_handler({
                    "message": "%s exception was never retrieved" % type(future).__name__,
                    "exception": future._exception, "future": future})
        self._unretrieved.clear()

    async def shutdown_asyncgens(self):
        from asyncio.tasks import gather
        left = _lockstep.async_generators()
        if left:
            await gather(*[generator.aclose() for generator in left], return_exceptions=True)

    async def shutdown_default_executor(self, timeout=None):
        self._no_executor = True
        executor = self._default_executor
        if executor is None:
            return
        self._default_executor = None
        future = self.create_future()

        def work():
            executor.shutdown(wait=True)
            self.call_soon_threadsafe(_set_unless_done, future)
        thread = threading.Thread(target=work)
        thread.start()
        try:
            await future
        finally:
            thread.join()

    def set_exception_handler(self, handler):
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        import logging
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append("%s: %r" % (key, context[key]))
        error = context.get("exception")
        info = (type(error), error, error.__traceback__) if error is not None else False
        logging.getLogger("asyncio").error("\n".join(lines), exc_info=info)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
        else:
            self._exception_handler(self, context)

    def add_signal_handler(self, sig, callback, *args):
        _lockstep.unsupported("signals are not supported: set an Event that a task waits for")

    def create_server(self, *args, **kwargs):
        _lockstep.unsupported("sockets are not supported: use a queue between tasks")

    create_connection = create_server


def _destroyed():
    # The program ends: tasks that are still pending die with it, those of a closed loop in the midst of what they do.
    import sys
    kept = []
    for value in sys.modules["__main__"].__dict__.values():
        kept.extend(value if isinstance(value, (list, tuple, set)) else (value,))
    for loop in _loops:
        for task in list(loop._tasks):
            if not task.done():
                if loop._closed and not any([value is task for value in kept]):
                    try:
                        task._coro.close()
                    except BaseException:
                        pass
                loop.call_exception_handler({"message": "Task was destroyed but it is pending!", "task": task})


def _set_unless_done(future):
    if not future.done():
        future.set_result(None)


def _stop_loop(future):
    if not future.cancelled():
        error = future._exception
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


def _get_running_loop():
    return _running.get(_lockstep.current())


def get_running_loop():
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    loop = _get_running_loop()
    if loop is not None:
        return loop
    thread = _lockstep.current()
    loop = _current.get(thread)
    if loop is None:
        if thread not in _current and threading.current_thread() is threading.main_thread():
            warnings._deprecated("There is no current event loop")
            loop = new_event_loop()
            _current[thread] = loop
            return loop
        raise RuntimeError("There is no current event loop in thread %r."
                           % threading.current_thread().name)
    return loop


def new_event_loop():
    logging = _lockstep.loaded("logging")
    if logging is not None:
        logging.getLogger("asyncio").debug("Using selector: %s", "EpollSelector")
    return BaseEventLoop()


def set_event_loop(loop):
    _current[_lockstep.current()] = loop


import sys
if "contextvars" in sys.modules:
    sys.modules["contextvars"]._into(sys.modules["asyncio.events"])
