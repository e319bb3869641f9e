# An executor whose workers are processes. A thread of the parent moves work items into the queue of
# calls, takes results in, and notices when a worker dies.
import _lockstep
import concurrent.futures._base as _base
import multiprocessing as mp
import multiprocessing.connection as connection
import queue
import threading
from multiprocessing.queues import Queue

_threads_wakeups = {}
_global_shutdown = False

EXTRA_QUEUED_CALLS = 1


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    items = list(_threads_wakeups.items())
    for thread, wakeup in items:
        wakeup.wakeup()
    for thread, wakeup in items:
        thread.join()


threading._register_atexit(_python_exit)


class _ThreadWakeup:
    def __init__(self):
        self._closed = False
        self._reader, self._writer = mp.Pipe(duplex=False)

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b"")

    def clear(self):
        while not self._closed and self._reader.poll():
            self._reader.recv_bytes()


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % _lockstep.traceback(exc)

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _SafeQueue(Queue):
    # What cannot be pickled becomes the result of its future.
    def __init__(self, max_size=0, *, ctx, pending_work_items, thread_wakeup):
        self.pending_work_items = pending_work_items
        self.thread_wakeup = thread_wakeup
        super().__init__(max_size, ctx=ctx)

    def _on_queue_feeder_error(self, error, obj):
        if not isinstance(obj, _CallItem):
            Queue._on_queue_feeder_error(error, obj)
            return
        error.__cause__ = _RemoteTraceback('\n"""\n%s"""' % _lockstep.traceback(error))
        work_item = self.pending_work_items.pop(obj.work_id, None)
        self.thread_wakeup.wakeup()
        if work_item is not None:
            work_item.future.set_exception(error)


def _get_chunks(*iterables, chunksize):
    chunk = []
    for args in zip(*iterables):
        chunk.append(args)
        if len(chunk) == chunksize:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _sendback_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, result=result, exception=exception, exit_pid=exit_pid))
    except BaseException as error:
        exception = _ExceptionWithTraceback(error, error.__traceback__)
        result_queue.put(_ResultItem(work_id, exception=exception, exit_pid=exit_pid))


def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None):
    pid = _lockstep.process()[1]
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base.LOGGER.critical("Exception in initializer:", exc_info=True)
            return
    done = 0
    exit_pid = None
    while True:
        call_item = call_queue.get(block=True)
        if call_item is None:
            result_queue.put(pid)
            return
        if max_tasks is not None:
            done += 1
            if done >= max_tasks:
                exit_pid = pid
        try:
            # The end of what is no code of the program is a step of its own too.
            fn = call_item.fn
            _lockstep.begin(fn, fn.fn if isinstance(fn, _ChunkCall) else None)
            result = fn(*call_item.args, **call_item.kwargs)
        except BaseException as error:
            exception = _ExceptionWithTraceback(error, error.__traceback__)
            _sendback_result(result_queue, call_item.work_id, exception=exception, exit_pid=exit_pid)
        else:
            _sendback_result(result_queue, call_item.work_id, result=result, exit_pid=exit_pid)
            del result
        del call_item
        if exit_pid is not None:
            return


class _ExecutorManagerThread(threading.Thread):
    def __init__(self, executor):
        self.executor = executor
        self.thread_wakeup = executor._executor_manager_thread_wakeup
        self.shutdown_lock = executor._shutdown_lock
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids_queue = executor._work_ids
        self.pending_work_items = executor._pending_work_items
        super().__init__()

    def run(self):
        while True:
            self.add_call_item_to_queue()
            result_item, is_broken, cause = self.wait_result_broken_or_wakeup()
            if is_broken:
                self.terminate_broken(cause)
                return
            if result_item is not None:
                self.process_result_item(result_item)
                exited = getattr(result_item, "exit_pid", None) is not None
                if exited:
                    self.processes.pop(result_item.exit_pid).join()
                    self.executor._replace_worker()
                else:
                    self.executor._idle_worker_semaphore.release()
                del result_item
            if self.is_shutting_down():
                self.flag_executor_shutting_down()
                self.add_call_item_to_queue()
                if not self.pending_work_items:
                    self.join_executor_internals()
                    return

    def add_call_item_to_queue(self):
        while True:
            if self.call_queue.full():
                return
            try:
                work_id = self.work_ids_queue.get(block=False)
            except queue.Empty:
                return
            work_item = self.pending_work_items[work_id]
            if work_item.future.set_running_or_notify_cancel():
                self.call_queue.put(_CallItem(work_id, work_item.fn, work_item.args, work_item.kwargs),
                                    block=True)
            else:
                del self.pending_work_items[work_id]

    def wait_result_broken_or_wakeup(self):
        result_reader = self.result_queue._reader
        wakeup_reader = self.thread_wakeup._reader
        sentinels = [process.sentinel for process in list(self.processes.values())]
        ready = connection.wait([result_reader, wakeup_reader] + sentinels)
        cause = None
        is_broken = True
        result_item = None
        if result_reader in ready:
            try:
                result_item = self.result_queue.get()
                is_broken = False
            except BaseException as error:
                cause = _lockstep.traceback(error)
        elif wakeup_reader in ready:
            is_broken = False
        self.thread_wakeup.clear()
        return result_item, is_broken, cause

    def process_result_item(self, result_item):
        if isinstance(result_item, int):
            process = self.processes.pop(result_item)
            process.join()
            return
        work_item = self.pending_work_items.pop(result_item.work_id, None)
        if work_item is not None:
            if result_item.exception is not None:
                work_item.future.set_exception(result_item.exception)
            else:
                work_item.future.set_result(result_item.result)

    def is_shutting_down(self):
        return _global_shutdown or self.executor._shutdown_thread

    def terminate_broken(self, cause):
        self.executor._broken = ("A child process terminated abruptly, the process pool is not "
                                 "usable anymore")
        self.executor._shutdown_thread = True
        error = BrokenProcessPool("A process in the process pool was terminated abruptly while the "
                                  "future was running or pending.")
        if cause is not None:
            error.__cause__ = _RemoteTraceback("\n'''\n%s'''" % cause)
        for work_item in list(self.pending_work_items.values()):
            try:
                work_item.future.set_exception(error)
            except _base.InvalidStateError:
                pass
        self.pending_work_items.clear()
        for process in list(self.processes.values()):
            process.terminate()
        # What is still in the queue of calls has no reader any more.
        self.call_queue.cancel_join_thread()
        self.call_queue._writer.close()
        self.call_queue._reader.close()
        self.join_executor_internals(broken=True)

    def flag_executor_shutting_down(self):
        executor = self.executor
        executor._shutdown_thread = True
        if executor._cancel_pending_futures:
            pending = {}
            for work_id, work_item in list(self.pending_work_items.items()):
                if not work_item.future.cancel():
                    pending[work_id] = work_item
            self.pending_work_items.clear()
            self.pending_work_items.update(pending)
            while True:
                try:
                    self.work_ids_queue.get_nowait()
                except queue.Empty:
                    break
            executor._cancel_pending_futures = False

    def shutdown_workers(self):
        wanted = self.alive()
        sent = 0
        while sent < wanted and self.alive() > 0:
            for _ in range(wanted - sent):
                try:
                    self.call_queue.put_nowait(None)
                    sent += 1
                except queue.Full:
                    _lockstep.sleep(0.001)
                    break

    def alive(self):
        return len([process for process in list(self.processes.values()) if process.is_alive()])

    def join_executor_internals(self, broken=False):
        if not broken:
            self.shutdown_workers()
            self.call_queue.close()
            self.call_queue.join_thread()
        self.thread_wakeup.close()
        for process in list(self.processes.values()):
            process.join()


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _lockstep.cores()
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            if max_tasks_per_child is not None:
                mp_context = mp.get_context("spawn")
            else:
                mp_context = mp.get_context()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            elif max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing "
                                 "start method; supply a different mp_context.")
        self._max_workers = max_workers
        self._mp_context = mp_context
        self._spawns_on_demand = mp_context.get_start_method(allow_none=False) != "fork"
        self._initializer = initializer
        self._initargs = initargs
        self._max_tasks_per_child = max_tasks_per_child
        self._executor_manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._idle_worker_semaphore = threading.Semaphore(0)
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._cancel_pending_futures = False
        self._executor_manager_thread_wakeup = _ThreadWakeup()
        self._call_queue = _SafeQueue(
            max_workers + EXTRA_QUEUED_CALLS, ctx=mp_context,
            pending_work_items=self._pending_work_items,
            thread_wakeup=self._executor_manager_thread_wakeup)
        self._result_queue = mp_context.SimpleQueue()
        self._work_ids = queue.Queue()

    def _start_executor_manager_thread(self):
        if self._executor_manager_thread is None:
            if not self._spawns_on_demand:
                self._launch_processes()
            self._executor_manager_thread = _ExecutorManagerThread(self)
            self._executor_manager_thread.start()
            _threads_wakeups[self._executor_manager_thread] = self._executor_manager_thread_wakeup

    def _adjust_process_count(self):
        if self._idle_worker_semaphore.acquire(blocking=False):
            return
        if len(self._processes) < self._max_workers:
            self._spawn_process()

    def _replace_worker(self):
        if self._pending_work_items and len(self._processes) < self._max_workers:
            self._spawn_process()

    def _launch_processes(self):
        for _ in range(len(self._processes), self._max_workers):
            self._spawn_process()

    def _spawn_process(self):
        process = self._mp_context.Process(target=_process_worker, args=(
            self._call_queue, self._result_queue, self._initializer, self._initargs,
            self._max_tasks_per_child))
        process.start()
        self._processes[process.pid] = process

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _global_shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._pending_work_items[self._queue_count] = _WorkItem(future, fn, args, kwargs)
            self._work_ids.put(self._queue_count)
            self._queue_count += 1
            self._executor_manager_thread_wakeup.wakeup()
            if self._spawns_on_demand:
                self._adjust_process_count()
            self._start_executor_manager_thread()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = super().map(_ChunkCall(fn), _get_chunks(*iterables, chunksize=chunksize),
                              timeout=timeout)
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = cancel_futures
            self._shutdown_thread = True
            if self._executor_manager_thread_wakeup is not None:
                self._executor_manager_thread_wakeup.wakeup()
        if self._executor_manager_thread is not None and wait:
            self._executor_manager_thread.join()
        self._executor_manager_thread = None
        self._result_queue = None
        self._processes = None
        self._executor_manager_thread_wakeup = None


class _ChunkCall:
    def __init__(self, fn):
        self.fn = fn

    def __call__(self, chunk):
        return _process_chunk(self.fn, chunk)


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:
        element.reverse()
        while element:
            yield element.pop()
