# What else the module offers: old error name, hooks for tracing, excepthook's argument type, limits.
import threading

print(threading.ThreadError is RuntimeError, threading.gettrace(), threading.getprofile())  # expect: True None None
print(threading.TIMEOUT_MAX > 1_000_000, threading.BrokenBarrierError.__mro__[1].__name__)  # expect: True RuntimeError
args = threading.ExceptHookArgs((ValueError, ValueError("x"), None, None))
print(args.exc_type.__name__, args.exc_value, args.thread)  # expect: ValueError x None
print(sorted(name for name in threading.__all__ if name[0].isupper()))  # expect: ['Barrier', 'BoundedSemaphore', 'BrokenBarrierError', 'Condition', 'Event', 'ExceptHookArgs', 'Lock', 'RLock', 'Semaphore', 'TIMEOUT_MAX', 'Thread', 'ThreadError', 'Timer']
print(type(threading.current_thread()).__name__, threading.main_thread().is_alive())  # expect: _MainThread True
print(threading.Lock is not threading.RLock, callable(threading.Lock))  # expect: True True
