# How deep functions may call each other in threads, pools and timers.
import threading
from concurrent.futures import ThreadPoolExecutor
def r(n): return r(n + 1)
t = threading.Thread(target=r, args=(0,)); t.start(); t.join()
def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
with ThreadPoolExecutor(1) as pool: print(pool.submit(depth).result())
t = threading.Timer(0.1, lambda: print(depth())); t.start(); t.join()

# stdout:
#| 994
#| 995
# stderr:
#| Exception in thread Thread-1 (r):
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "recursion_in_threads.py", line 4, in r
#|     def r(n): return r(n + 1)
#|                      ~^^^^^^^
#|   File "recursion_in_threads.py", line 4, in r
#|     def r(n): return r(n + 1)
#|                      ~^^^^^^^
#|   File "recursion_in_threads.py", line 4, in r
#|     def r(n): return r(n + 1)
#|                      ~^^^^^^^
#|   [Previous line repeated 994 more times]
#| RecursionError: maximum recursion depth exceeded
