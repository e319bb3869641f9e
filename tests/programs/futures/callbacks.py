# add_done_callback: called with the future when done, at once if it is done already; errors are logged.
from concurrent.futures import ThreadPoolExecutor
import threading

gate = threading.Event()

def work(n):
    gate.wait()
    return n * 2

def show(future):
    print("callback:", future.result(), threading.current_thread().name)

def broken(future):
    raise ValueError("callback failed")

with ThreadPoolExecutor(1, thread_name_prefix="pool") as executor:
    future = executor.submit(work, 21)
    future.add_done_callback(show)
    future.add_done_callback(broken)
    future.add_done_callback(lambda f: print("third, done:", f.done()))
    gate.set()
future.add_done_callback(show)

# stdout:
#| callback: 42 pool_0
#| third, done: True
#| callback: 42 MainThread
# stderr:
#| exception calling callback for <Future at 0xADDRESS state=finished returned int>
#| Traceback (most recent call last):
#|   File "<lib>/concurrent/futures/_base.py", in _invoke_callbacks
#|   File "callbacks.py", line 15, in broken
#|     raise ValueError("callback failed")
#| ValueError: callback failed
