# Executor options.
from concurrent.futures import ThreadPoolExecutor
import time
ex = ThreadPoolExecutor(1)
fs = [ex.submit(time.sleep, .05) for _ in range(4)]
time.sleep(0.02)
ex.shutdown(wait=True, cancel_futures=True)
print([f.cancelled() for f in fs])
def init(x): print("init", x)
with ThreadPoolExecutor(1, initializer=init, initargs=("a",)) as ex:
    print(ex.submit(pow, 2, 5).result(), ex._max_workers)
def broken(): raise RuntimeError("no init")
with ThreadPoolExecutor(1, initializer=broken) as ex:
    try: ex.submit(pow, 2, 5).result()
    except Exception as e: print(type(e).__name__, e)
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
with ThreadPoolExecutor(2) as ex:
    print(list(ex.map(pow, [2, 3], [3, 2])))
    try: list(ex.map(lambda x: 1 // x, [1, 0, 2]))
    except ZeroDivisionError as e: print(e)
    try: list(ex.map(time.sleep, [.2, .01], timeout=.05))
    except TimeoutError as e: print("map timed out", e)
    it = ex.map(str, range(3)); print(next(it), list(it))

# stdout:
#| [False, True, True, True]
#| init a
#| 32 1
#| BrokenThreadPool A thread initializer failed, the thread pool is not usable anymore
#| max_workers must be greater than 0
#| [8, 9]
#| integer division or modulo by zero
#| map timed out 
#| 0 ['1', '2']
# stderr:
#| Exception in initializer:
#| Traceback (most recent call last):
#|   File "<lib>/concurrent/futures/thread.py", in _worker
#|   File "executor_options.py", line 12, in broken
#|     def broken(): raise RuntimeError("no init")
#|                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| RuntimeError: no init
