# Blocks that end in time.
import asyncio.events as events
import asyncio.futures as futures
import asyncio.tasks as tasks


class Timeout:
    def __init__(self, when):
        self._state = "created"
        self._handler = None
        self._task = None
        self._when = when

    def when(self):
        # The handle knows it by the loop's clock of today.
        handler = self._handler
        if isinstance(handler, events.TimerHandle):
            return handler.when()
        return None if self._when is None else self._when + events._base()

    def reschedule(self, when):
        if self._state == "created":
            raise RuntimeError("Timeout has not been entered")
        if self._state != "active":
            raise RuntimeError("Cannot change state of %s Timeout" % self._state)
        self._reschedule(None if when is None else when - events._base())

    def _reschedule(self, when):
        self._when = when
        if self._handler is not None:
            self._handler.cancel()
        if when is None:
            self._handler = None
        else:
            loop = events.get_running_loop()
            if when <= events._now():
                self._handler = loop.call_soon(self._on_timeout)
            else:
                self._handler = loop._call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = ""
        if self._state == "active":
            info = " when=%s" % (None if self._when is None else round(self.when(), 3))
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
        self._reschedule(self._when)
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
                _tell(error)
                if isinstance(error, ExceptionGroup):
                    for part in error.exceptions:
                        _tell(part)
        elif self._state == "active":
            self._state = "finished"
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._handler = None


def _tell(error):
    # What answered the cancellation came of a timeout.
    while error is not None and error.__context__ is not None:
        if isinstance(error.__context__, futures.CancelledError):
            late = TimeoutError()
            late.__context__ = late.__cause__ = error.__context__
            error.__context__ = late
            return
        error = error.__context__


def timeout(delay):
    events.get_running_loop()
    return Timeout(events._now() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(None if when is None else when - events._base())
