# Deadlock: a pool of threads whose worker waits.
# only: lockstep
# exit: 3
from multiprocessing.pool import ThreadPool
import threading
lock = threading.Lock()
lock.acquire()
def w(i):
    with lock: return i
with ThreadPool(2) as p:
    p.apply_async(w, (1,))
    p.close()
    p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in p.join() for the workers to end, at thread_pool_join.py:13
#|   Thread-1 (worker) waits for the Lock lock, held by MainThread, at thread_pool_join.py:9
