# Futures, and waiting for them.
import _lockstep
import logging
import threading

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_AS_COMPLETED = "_AS_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_words = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled",
          CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}

LOGGER = logging.getLogger("concurrent.futures")

TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


def _now():
    return _lockstep.clock(1) / 1000000000


class _Waiter:
    # Who waits for several futures at once; `needed` more of them end the wait.
    def __init__(self, needed, stop_on_exception):
        self.event = threading.Event()
        self.event._cond._reported = self
        self.finished_futures = []
        self.needed = needed
        self.stop_on_exception = stop_on_exception

    def add(self, future):
        self.finished_futures.append(future)
        self.needed -= 1
        failed = future._state == FINISHED and future._exception is not None
        if self.needed <= 0 or (self.stop_on_exception and failed):
            self.event.set()


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._condition._reported = self
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                LOGGER.exception("exception calling callback for %r", self)

    def __repr__(self):
        with self._condition:
            place = "<%s at %s state=%s" % (type(self).__name__, hex(id(self)), _words[self._state])
            if self._state == FINISHED:
                if self._exception:
                    return place + " raised %s>" % type(self._exception).__name__
                return place + " returned %s>" % type(self._result).__name__
            return place + ">"

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def __get_result(self):
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None
        else:
            return self._result

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            LOGGER.exception("exception calling callback for %r", self)

    def result(self, timeout=None):
        with self._condition:
            failure = self._failure(timeout, "result")
            if failure is not None:
                raise failure()
            return self.__get_result()

    def exception(self, timeout=None):
        with self._condition:
            failure = self._failure(timeout, "exception")
            if failure is not None:
                raise failure()
            return self._exception

    def _failure(self, timeout, operation):
        # Waits until it is done; what is to be raised if it was not, or was cancelled.
        if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            self._condition._wait(timeout, operation)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            return CancelledError
        return None if self._state == FINISHED else TimeoutError

    # ---- for executors

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            LOGGER.critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)

    def set_result(self, result):
        with self._condition:
            self._check_unset()
            self._result = result
            self._finish()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            self._check_unset()
            self._exception = exception
            self._finish()
        self._invoke_callbacks()

    def _check_unset(self):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError("%s: %r" % (self._state, self))

    def _finish(self):
        self._state = FINISHED
        self._tell_waiters()
        self._condition.notify_all()


def _is_done(future):
    return future._condition and future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def as_completed(fs, timeout=None):
    if timeout is not None:
        end_time = timeout + _now()
    futures = list(dict.fromkeys(fs))
    total = len(futures)
    finished = [f for f in futures if _is_done(f)]
    pending = [f for f in futures if f not in finished]
    waiter = _Waiter(1, False)
    for future in pending:
        future._waiters.append(waiter)
    try:
        for future in finished:
            yield future
        while pending:
            if timeout is None:
                remaining = None
            else:
                remaining = end_time - _now()
                if remaining < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(remaining)
            done = waiter.finished_futures
            waiter.finished_futures = []
            waiter.event.clear()
            for future in done:
                pending.remove(future)
                future._waiters.remove(waiter)
            for future in done:
                yield future
    finally:
        for future in pending:
            if waiter in future._waiters:
                future._waiters.remove(waiter)


class DoneAndNotDoneFutures(tuple):
    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    _fields = ("done", "not_done")

    def _asdict(self):
        return {"done": self[0], "not_done": self[1]}

    def _replace(self, **fields):
        return DoneAndNotDoneFutures(**{**self._asdict(), **fields})

    def __repr__(self):
        return "DoneAndNotDoneFutures(done=%r, not_done=%r)" % (self[0], self[1])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = list(dict.fromkeys(fs))
    done = set([f for f in futures if _is_done(f)])
    not_done = [f for f in futures if f not in done]
    if return_when == FIRST_COMPLETED and done:
        return DoneAndNotDoneFutures(done, set(not_done))
    if return_when == FIRST_EXCEPTION and done:
        if any([f for f in done if f._state == FINISHED and f._exception is not None]):
            return DoneAndNotDoneFutures(done, set(not_done))
    if not not_done:
        return DoneAndNotDoneFutures(done, set())
    if return_when == FIRST_COMPLETED:
        waiter = _Waiter(1, False)
    elif return_when == FIRST_EXCEPTION:
        waiter = _Waiter(len(not_done), True)
    elif return_when == ALL_COMPLETED:
        waiter = _Waiter(len(not_done), False)
    else:
        raise ValueError("Invalid return condition: %r" % return_when)
    for future in not_done:
        future._waiters.append(waiter)
    waiter.event.wait(timeout)
    for future in not_done:
        future._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, set([f for f in futures if f not in done]))


def _result_or_cancel(fut, timeout=None):
    try:
        try:
            return fut.result(timeout)
        finally:
            fut.cancel()
    finally:
        del fut


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end_time = None
        if timeout is not None:
            end_time = timeout + _now()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())
                    else:
                        yield _result_or_cancel(fs.pop(), end_time - _now())
            finally:
                for future in fs:
                    future.cancel()
        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
