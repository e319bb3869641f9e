# What happens at the end of a process, and multiprocessing's own logger.
import _lockstep
import atexit
import multiprocessing.process as process
import threading

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False
_finalizers = {}
_finalizer_count = [0]
_after_forkers = []
_exiting = False


def sub_debug(message, *args):
    if _logger:
        _logger.log(SUBDEBUG, message, *args)


def debug(message, *args):
    if _logger:
        _logger.log(DEBUG, message, *args)


def info(message, *args):
    if _logger:
        _logger.log(INFO, message, *args)


def sub_warning(message, *args):
    if _logger:
        _logger.log(SUBWARNING, message, *args)


def get_logger():
    global _logger
    import logging
    if not _logger:
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        # In front of logging's own exit handler, so that the last lines are still written.
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


class Finalize:
    # Calls a function once: when called itself, or at the end of the process if it has a priority.
    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        _finalizer_count[0] += 1
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _finalizer_count[0])
        _finalizers[self._key] = self

    def __call__(self):
        if _finalizers.pop(self._key, None) is None:
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        _finalizers.pop(self._key, None)

    def still_active(self):
        return self._key in _finalizers


def _run_finalizers(minpriority=None):
    keys = [key for key in _finalizers
            if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    keys.sort(reverse=True)
    for key in keys:
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            sub_debug("calling %s", finalizer)
            try:
                finalizer()
            except Exception as error:
                _lockstep.write(True, _lockstep.traceback(error))


def is_exiting():
    return _exiting


def register_after_fork(obj, function):
    _after_forkers.append((obj, function))


def _in_child():
    _finalizers.clear()
    for obj, function in list(_after_forkers):
        function(obj)
    # Each child has random numbers of its own.
    random = _lockstep.loaded("random")
    if random is not None:
        random.seed(_lockstep.seed() + (_lockstep.process()[0] << 96))


def _force_start_method(method):
    import multiprocessing.context as context
    context._force_start_method(method)


def _exit_function():
    global _exiting
    if not _exiting:
        _exiting = True
        info("process shutting down")
        debug('running all "atexit" finalizers with priority >= 0')
        _run_finalizers(0)
        for child in process.active_children():
            if child.daemon:
                info("calling terminate() for daemon %s", child.name)
                child._popen.terminate()
        for child in process.active_children():
            info("calling join() for process %s", child.name)
            child.join()
        debug('running the remaining "atexit" finalizers')
        _run_finalizers()


class ForkAwareThreadLock:
    def __init__(self):
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


atexit.register(_exit_function)
