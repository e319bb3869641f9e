# Callbacks and cancel.
from concurrent.futures import ThreadPoolExecutor, Future
import threading, time
gate = threading.Event()
def slow(): gate.wait(); return 1
def cb(n):
    def f(fut): print("callback", n, fut.result(), threading.current_thread().name)
    return f
ex = ThreadPoolExecutor(1, thread_name_prefix="pool")
f = ex.submit(slow)
f.add_done_callback(cb(1)); f.add_done_callback(cb(2))
q = ex.submit(print, "never")
print(f.running(), q.running(), q.cancel(), q.cancelled(), f.cancel())
gate.set()
ex.shutdown()
f.add_done_callback(cb(3))
def bad(fut): raise RuntimeError("in callback")
g = Future(); g.set_result(1)
g.add_done_callback(bad)
print("after")
try: ex.submit(print)
except RuntimeError as e: print(e)

# stdout:
#| True False True True False
#| callback 1 1 pool_0
#| callback 2 1 pool_0
#| callback 3 1 MainThread
#| after
#| cannot schedule new futures after shutdown
# stderr:
#| exception calling callback for <Future at 0xADDRESS state=finished returned int>
#| Traceback (most recent call last):
#|   File "<lib>/concurrent/futures/_base.py", in add_done_callback
#|   File "callbacks_and_cancel.py", line 17, in bad
#|     def bad(fut): raise RuntimeError("in callback")
#|                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| RuntimeError: in callback
