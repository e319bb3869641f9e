# Pools of workers. Three threads of the parent keep a pool going: one replaces workers that have ended,
# one hands out tasks, one takes in results.
import _lockstep
import multiprocessing.connection as connection
import multiprocessing.context as context
import multiprocessing.util as util
import queue
import threading
from multiprocessing.context import TimeoutError

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"

_jobs = [-1]


def _next_job():
    _jobs[0] += 1
    return _jobs[0]


def _now():
    return _lockstep.clock(1) / 1000000000


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    function = args[0]
    return [function(*iter(items)) for items in args[1]]


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % _lockstep.traceback(exc)

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (type(self).__name__, self)


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError("Maxtasks %r is not valid" % (maxtasks,))
    if hasattr(inqueue, "_writer"):
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            util.debug("worker got EOFError or OSError -- exiting")
            break
        if task is None:
            util.debug("worker got sentinel -- exiting")
            break
        job, i, func, args, kwds = task
        try:
            # The end of what is no code of the program is a step of its own too.
            _lockstep.begin(func, args[0][0] if func is mapstar or func is starmapstar else None)
            result = (True, func(*args, **kwds))
        except Exception as error:
            if wrap_exception and func is not _helper_reraises_exception:
                error = ExceptionWithTraceback(error, error.__traceback__)
            result = (False, error)
        try:
            outqueue.put((job, i, result))
        except Exception as error:
            wrapped = MaybeEncodingError(error, result[1])
            util.debug("Possible encoding error while sending result: %s", wrapped)
            outqueue.put((job, i, (False, wrapped)))
        completed += 1
    util.debug("worker exiting after %d tasks" % completed)


def _helper_reraises_exception(error):
    raise error


class _PoolCache(dict):
    # The results under way; tells the thread that looks after the workers when there are none left.
    def __init__(self, notifier):
        self.notifier = notifier

    def forget(self, job):
        del self[job]
        if not self:
            self.notifier.put(None)


class Pool:
    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or _default()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = self._ctx.SimpleQueue()
        self._cache = _PoolCache(self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = _lockstep.cores()
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        try:
            self._repopulate_pool()
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise
        self._worker_handler = self._handler(self._handle_workers)
        self._task_handler = self._handler(self._handle_tasks)
        self._result_handler = self._handler(self._handle_results)
        self._terminate = util.Finalize(self, self._terminate_pool, exitpriority=15)
        self._state = RUN

    def _handler(self, function):
        thread = threading.Thread(target=function)
        thread.daemon = True
        thread._state = RUN
        thread.start()
        return thread

    def __repr__(self):
        return "<%s.%s state=%s pool_size=%d>" % (
            type(self).__module__, type(self).__qualname__, self._state, len(self._pool))

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    # ---- workers

    def _repopulate_pool(self):
        for _ in range(self._processes - len(self._pool)):
            process = self.Process(self._ctx, target=worker, args=(
                self._inqueue, self._outqueue, self._initializer, self._initargs,
                self._maxtasksperchild, self._wrap_exception))
            process.name = process.name.replace("Process", "PoolWorker")
            process.daemon = True
            process.start()
            self._pool.append(process)
            util.debug("added worker")

    def _maintain_pool(self):
        for process in list(self._pool):
            if process.exitcode is not None:
                util.debug("cleaning up worker")
                process.join()
                self._pool.remove(process)
        self._repopulate_pool()

    def _worker_sentinels(self):
        return [process.sentinel for process in self._pool]

    def _handle_workers(self):
        thread = threading.current_thread()
        while thread._state == RUN or (self._cache and thread._state != TERMINATE):
            self._maintain_pool()
            connection.wait(self._worker_sentinels() + [self._change_notifier._reader])
            while not self._change_notifier.empty():
                self._change_notifier.get()
        self._taskqueue.put(None)
        util.debug("worker handler exiting")

    # ---- tasks

    def _handle_tasks(self):
        thread = threading.current_thread()
        stopped = False
        while not stopped:
            entry = self._taskqueue.get()
            if entry is None:
                util.debug("task handler got sentinel")
                break
            tasks, set_length = entry
            task = None
            for task in tasks:
                if thread._state != RUN:
                    util.debug("task handler found thread._state != RUN")
                    stopped = True
                    break
                try:
                    self._inqueue.put(task)
                except Exception as error:
                    result = self._cache.get(task[0])
                    if result is not None:
                        result._set(task[1], (False, error))
            if not stopped and set_length:
                util.debug("doing set_length()")
                set_length(task[1] + 1 if task else 0)
        try:
            self._outqueue.put(None)
            for _ in self._pool:
                self._inqueue.put(None)
        except OSError:
            util.debug("task handler got OSError when sending sentinels")
        util.debug("task handler exiting")

    # ---- results

    def _handle_results(self):
        thread = threading.current_thread()
        while True:
            try:
                task = self._outqueue.get()
            except (OSError, EOFError):
                util.debug("result handler got EOFError/OSError -- exiting")
                return
            if thread._state != RUN:
                break
            if task is None:
                break
            self._deliver(task)
        while self._cache and thread._state != TERMINATE:
            try:
                task = self._outqueue.get()
            except (OSError, EOFError):
                return
            if task is not None:
                self._deliver(task)
        util.debug("result handler exiting")

    def _deliver(self, task):
        job, i, outcome = task
        result = self._cache.get(job)
        if result is not None:
            result._set(i, outcome)

    # ---- what programs call

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def _guarded(self, job, func, iterable):
        # An iterable that fails gives its exception to whoever waits for the next result.
        i = -1
        try:
            for i, item in enumerate(iterable):
                yield job, i, func, (item,), {}
        except Exception as error:
            yield job, i + 1, _helper_reraises_exception, (error,), {}

    def _imap(self, iterator, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        result = iterator(self)
        if chunksize == 1:
            self._taskqueue.put((self._guarded(result._job, func, iterable), result._set_length))
            return result
        batches = self._get_tasks(func, iterable, chunksize)
        self._taskqueue.put((self._guarded(result._job, mapstar, batches), result._set_length))
        return (item for chunk in result for item in chunk)

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        batches = self._get_tasks(func, iterable, chunksize)
        self._taskqueue.put((self._guarded(result._job, mapper, batches), None))
        return result

    @staticmethod
    def _get_tasks(func, items, size):
        items = iter(items)
        while True:
            batch = []
            while len(batch) < size:
                try:
                    batch.append(next(items))
                except StopIteration:
                    break
            if not batch:
                return
            yield func, tuple(batch)

    # ---- the end

    def close(self):
        util.debug("closing pool")
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        util.debug("terminating pool")
        self._state = TERMINATE
        self._terminate()

    def join(self):
        util.debug("joining pool")
        if self._state == RUN:
            raise ValueError("Pool is still running")
        elif self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for process in self._pool:
            process.join()

    def _help_stuff_finish(self):
        # The task handler may be waiting for room.
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv_bytes()
            _lockstep.sleep(0)

    def _terminate_pool(self):
        util.debug("finalizing pool")
        self._worker_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        self._help_stuff_finish()
        self._result_handler._state = TERMINATE
        self._outqueue.put(None)
        me = threading.current_thread()
        if me is not self._worker_handler:
            self._worker_handler.join()
        stoppable = self._pool and hasattr(self._pool[0], "terminate")
        if stoppable:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
        if me is not self._task_handler:
            self._task_handler.join()
        if me is not self._result_handler:
            self._result_handler.join()
        if stoppable:
            for process in self._pool:
                if process.is_alive():
                    process.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")


def _default():
    return context._default_context.get_context()


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = _next_job()
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, outcome):
        self._success, self._value = outcome
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        self._cache.forget(self._job)
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            self._cache.forget(self._job)
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, i, outcome):
        self._number_left -= 1
        success, value = outcome
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = value
            if self._number_left == 0:
                if self._callback:
                    self._callback(self._value)
                self._finish()
        else:
            if not success and self._success:
                self._success = False
                self._value = value
            if self._number_left == 0:
                if self._error_callback:
                    self._error_callback(self._value)
                self._finish()

    def _finish(self):
        self._cache.forget(self._job)
        self._event.set()
        self._pool = None


class IMapIterator:
    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = _next_job()
        self._cache = pool._cache
        self._items = []
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration
                self._cond.wait(timeout)
                if not self._items:
                    if self._index == self._length:
                        self._pool = None
                        raise StopIteration
                    raise TimeoutError
            item = self._items.pop(0)
        success, value = item
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, i, obj):
        with self._cond:
            if self._index == i:
                self._items.append(obj)
                self._index += 1
                while self._index in self._unsorted:
                    self._items.append(self._unsorted.pop(self._index))
                    self._index += 1
                self._cond.notify()
            else:
                self._unsorted[i] = obj
            if self._index == self._length:
                self._cache.forget(self._job)
                self._pool = None

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == self._length:
                self._cond.notify()
                self._cache.forget(self._job)
                self._pool = None


class IMapUnorderedIterator(IMapIterator):
    def _set(self, i, obj):
        with self._cond:
            self._items.append(obj)
            self._index += 1
            self._cond.notify()
            if self._index == self._length:
                self._cache.forget(self._job)
                self._pool = None


class ThreadPool(Pool):
    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from multiprocessing.dummy import Process
        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()

    def _worker_sentinels(self):
        return []

    def _help_stuff_finish(self):
        try:
            while True:
                self._inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in self._pool:
            self._inqueue.put(None)
