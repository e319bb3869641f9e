# Deadlock: a thread of a pool hangs in a call of the library that it was given to do.
# only: lockstep
# exit: 3
from concurrent.futures import ThreadPoolExecutor
import threading

never = threading.Event()
with ThreadPoolExecutor(2) as pool:
    pool.submit(never.wait)
    print("submitted")
# stdout:
#| submitted
# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for ThreadPoolExecutor-0_0 to end, at pool_thread_in_library.py:8
#|   ThreadPoolExecutor-0_0 waits in never.wait() for somebody to set the event, started at pool_thread_in_library.py:9
