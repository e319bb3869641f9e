# Tasks, and waiting for several of them.
import _lockstep
import asyncio.events as events
import asyncio.futures as futures

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_names = [0]
_current_tasks = {}


def iscoroutine(obj):
    return type(obj).__name__ == "coroutine"


def iscoroutinefunction(func):
    return _lockstep.is_coroutine_function(func)


class Task(futures.Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        if name is None:
            _names[0] += 1
            self._name = "Task-%d" % _names[0]
        else:
            self._name = str(name)
        self._coro = coro
        self._must_cancel = False
        self._cancel_requests = 0
        self._fut_waiter = None
        if events._copy_context is not None:
            # Every step of the task runs in one context.
            run = (context or events._copy_context()).run
            step = self._step
            self._step = lambda error=None: run(step, error)
        self._loop.call_soon(self._step)
        self._loop._tasks[self] = None

    def _describe(self):
        info = super()._describe()
        if self._state == "PENDING" and self._must_cancel:
            info[0] = "cancelling"
        info.insert(1, "name=%r" % self._name)
        coro = self._coro
        code = coro.cr_code
        frame = coro.cr_frame
        if frame is not None:
            place = "running at %s:%s" % (code.co_filename, frame.f_lineno)
        else:
            place = "done, defined at %s:%s" % (code.co_filename, code.co_firstlineno)
        info.insert(2, "coro=<%s() %s>" % (coro.__qualname__, place))
        if self._fut_waiter is not None:
            info.insert(3, "wait_for=%r" % self._fut_waiter)
        return info

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def get_stack(self, *, limit=None):
        _lockstep.unsupported("the stack of a task is not supported: print where it lives, or look at the timeline")

    print_stack = get_context = get_stack

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._log_traceback = False
        if self.done():
            return False
        self._cancel_requests += 1
        if self._fut_waiter is not None:
            if self._fut_waiter.cancel(msg=msg):
                return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
            if self._cancel_requests == 0:
                self._must_cancel = False
        return self._cancel_requests

    def _step(self, error=None):
        if self.done():
            raise futures.InvalidStateError("_step(): already done: %r, %r" % (self, error))
        if self._must_cancel:
            if not isinstance(error, futures.CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        thread = _lockstep.current()
        before = _current_tasks.get(thread)
        _current_tasks[thread] = self
        try:
            if error is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except futures.CancelledError as cancelled:
            self._cancelled_exc = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as failure:
            super().set_exception(failure)
            self._log_traceback = False
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._go_on_after(result)
        finally:
            _current_tasks[thread] = before
            if self.done():
                self._loop._tasks.pop(self, None)

    def _go_on_after(self, result):
        if isinstance(result, futures.Future):
            if result._loop is not self._loop:
                self._fail("Task %r got Future %r attached to a different loop" % (self, result))
            elif not result._asyncio_future_blocking:
                self._fail("yield was used instead of yield from in task %r with %r" % (self, result))
            elif result is self:
                self._fail("Task cannot await on itself: %r" % self)
            else:
                result._asyncio_future_blocking = False
                result.add_done_callback(self._wakeup)
                self._fut_waiter = result
                if self._must_cancel and result.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif result is None:
            self._loop.call_soon(self._step)
        else:
            self._fail("Task got bad yield: %r" % (result,))

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message))

    def _wakeup(self, future):
        # The step comes after the handler: what the coroutine catches has no context here.
        failure = None
        try:
            future.result()
        except BaseException as error:
            failure = error
        self._step(failure)


def current_task(loop=None):
    if loop is None:
        events.get_running_loop()
    return _current()


def _current():
    return _current_tasks.get(_lockstep.current())


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return set([task for task in loop._tasks if not task.done()])


def create_task(coro, *, name=None, context=None):
    return events.get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(obj, *, loop=None):
    if futures.isfuture(obj):
        if loop is not None and loop is not obj.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the "
                             "loop argument")
        return obj
    if not iscoroutine(obj):
        if not hasattr(obj, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        obj = _wrap(obj)
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(obj)


async def _wrap(awaitable):
    return await awaitable


class _Pause:
    # One turn for the others.
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Pause()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    import asyncio.timeouts as timeouts
    if fut is not None and not futures.isfuture(fut) and not iscoroutine(fut) and not hasattr(fut, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except futures.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    loop = events.get_running_loop()
    waiter = loop.create_future()

    def released(done):
        _release(waiter)
    fut.add_done_callback(released)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(released)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect a list of futures, not %s" % type(fs).__name__)
    fs = list(dict.fromkeys(fs))
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: %s" % return_when)
    for f in fs:
        if iscoroutine(f):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    return await _wait(fs, timeout, return_when, loop)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    left = [len([f for f in fs if not f.done()])]
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release, waiter)

    def finished(f):
        left[0] -= 1
        if (left[0] <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if handle is not None:
                handle.cancel()
            _release(waiter)
    if left[0] and not (return_when == FIRST_COMPLETED and left[0] < len(fs)):
        pending = [f for f in fs if not f.done()]
        for f in pending:
            f.add_done_callback(finished)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for f in pending:
                f.remove_done_callback(finished)
    done = set([f for f in fs if f.done()])
    return done, set([f for f in fs if not f.done()])


class _AsCompleted:
    def __init__(self, fs, timeout):
        import asyncio.queues as queues
        loop = events.get_event_loop()
        todo = []
        for f in list(dict.fromkeys(fs)):
            todo.append(ensure_future(f, loop=loop))
        self._done = queues.Queue()
        self._left = len(todo)
        self._todo = todo
        self._handle = None
        for f in todo:
            f.add_done_callback(self._finished)
        if todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._timed_out)

    def _finished(self, f):
        if f not in self._todo:
            return
        self._todo.remove(f)
        self._done.put_nowait(f)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    def _timed_out(self):
        for f in self._todo:
            f.remove_done_callback(self._finished)
            self._done.put_nowait(None)
        self._todo.clear()

    async def _next(self):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result()

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._next()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)
    return _AsCompleted(fs, timeout)


class _GatheringFuture(futures.Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    loop = events._get_running_loop()
    if loop is None:
        loop = events.get_event_loop()
    children = []
    seen = {}
    for item in coros_or_futures:
        if item not in seen:
            seen[item] = ensure_future(item, loop=loop)
        children.append(seen[item])
    finished = [0]
    outer = _GatheringFuture(children, loop=loop)

    def done(future):
        finished[0] += 1
        if outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished[0] == len(seen):
            results = []
            for child in children:
                if child.cancelled():
                    message = child._cancel_message
                    results.append(futures.CancelledError("" if message is None else message))
                else:
                    error = child.exception()
                    results.append(error if error is not None else child.result())
            if outer._cancel_requested:
                outer.set_exception(future._cancelled_error())
            else:
                outer.set_result(results)
    for future in seen.values():
        future.add_done_callback(done)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)
    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def to_thread(func, /, *args, **kwargs):
    context = None if events._copy_context is None else events._copy_context()

    def call():
        return func(*args, **kwargs) if context is None else context.run(func, *args, **kwargs)
    return await events.get_running_loop().run_in_executor(None, call)


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    import concurrent.futures._base as _base
    future = _base.Future()

    def copy(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        if task.exception() is not None:
            future.set_exception(task.exception())
        else:
            future.set_result(task.result())

    def start():
        try:
            task = ensure_future(coro, loop=loop)
            task.add_done_callback(copy)

            def cancelled(future):
                if future.cancelled() and not loop.is_closed():
                    loop.call_soon_threadsafe(task.cancel)
            future.add_done_callback(cancelled)
        except BaseException as error:
            future.set_exception(error)
            raise
    loop.call_soon_threadsafe(start)
    return future
