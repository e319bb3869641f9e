# Retry decorator.
import time, functools, threading
def retry(times, delay, errors=(Exception,)):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k):
            for i in range(1, times + 1):
                try: return f(*a, **k)
                except errors as e:
                    print(f"try {i}: {type(e).__name__}: {e}")
                    if i == times: raise
                    time.sleep(delay * 2 ** i)
        return w
    return deco
n = 0
@retry(3, 0.01, (ValueError,))
def flaky():
    global n; n += 1
    if n < 3: raise ValueError("not yet")
    return "ok"
print(flaky(), flaky.__name__)
@retry(2, 0.01)
def never(): raise OSError(5, "io")
def synchronized(lock):
    def d(f):
        @functools.wraps(f)
        def w(*a):
            with lock: return f(*a)
        return w
    return d
@synchronized(threading.Lock())
def s(x): return x
print(s(3))
never()

# stdout:
#| try 1: ValueError: not yet
#| try 2: ValueError: not yet
#| ok flaky
#| 3
#| try 1: OSError: [Errno 5] io
#| try 2: OSError: [Errno 5] io
# stderr:
#| Traceback (most recent call last):
#|   File "retry_decorator.py", line 34, in <module>
#|     never()
#|     ~~~~~^^
#|   File "retry_decorator.py", line 8, in w
#|     try: return f(*a, **k)
#|                 ~^^^^^^^^^
#|   File "retry_decorator.py", line 23, in never
#|     def never(): raise OSError(5, "io")
#|                  ^^^^^^^^^^^^^^^^^^^^^^
#| OSError: [Errno 5] io
# exit: 1
