# Groups of tasks that end together, and blocks that end in time.
import asyncio.events as events
import asyncio.futures as futures
import asyncio.tasks as tasks


class TaskGroup:
    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = []
        self._errors = []
        self._base_error = None
        self._on_completed = None

    def __repr__(self):
        info = ""
        if self._tasks:
            info += " tasks=%d" % len(self._tasks)
        if self._errors:
            info += " errors=%d" % len(self._errors)
        if self._aborting:
            info += " cancelling"
        elif self._entered:
            info += " entered"
        return "<TaskGroup%s>" % info

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has already been entered" % self)
        self._entered = True
        self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task()
        return self

    async def __aexit__(self, kind, error, tb):
        self._exiting = True
        cancelled = error if kind is not None and issubclass(kind, futures.CancelledError) else None
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if self._parent_cancel_requested:
            self._parent_task.uncancel()
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._on_completed is None:
                self._on_completed = self._loop.create_future()
            try:
                await self._on_completed
            except futures.CancelledError as failure:
                if not self._aborting:
                    cancelled = failure
                    self._abort()
            self._on_completed = None
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors and not self._parent_cancel_requested:
            raise cancelled
        if kind is not None and not issubclass(kind, futures.CancelledError):
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        return self._parent_cancel_requested and cancelled is not None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError("TaskGroup %r has not been entered" % self)
        if self._exiting and not self._tasks:
            raise RuntimeError("TaskGroup %r is finished" % self)
        if self._aborting:
            raise RuntimeError("TaskGroup %r is shutting down" % self)
        task = self._loop.create_task(coro, name=name)
        if task.done():
            self._on_task_done(task)
        else:
            self._tasks.append(task)
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        if task in self._tasks:
            self._tasks.remove(task)
        if self._on_completed is not None and not self._tasks:
            if not self._on_completed.done():
                self._on_completed.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if self._parent_task.done():
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()


class Timeout:
    def __init__(self, when):
        self._state = "created"
        self._handler = None
        self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            raise RuntimeError("Cannot change state of %s Timeout" % self._state)
        self._when = when
        if self._handler is not None:
            self._handler.cancel()
        if when is None:
            self._handler = None
        else:
            loop = events.get_running_loop()
            if when <= loop.time():
                self._handler = loop.call_soon(self._on_timeout)
            else:
                self._handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = ""
        if self._state == "active":
            info = " when=%s" % (round(self._when, 3) if self._when is not None else None)
        return "<Timeout [%s]%s>" % (self._state, info)

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, tb):
        if self._handler is not None:
            self._handler.cancel()
            self._handler = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and kind is not None:
                if issubclass(kind, futures.CancelledError):
                    raise TimeoutError from error
        elif self._state == "active":
            self._state = "finished"
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._handler = None


def timeout(delay):
    loop = events.get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)
