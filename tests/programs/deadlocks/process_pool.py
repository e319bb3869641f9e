# Deadlock: a pool whose workers take a lock twice.
# only: lockstep
# exit: 3
import multiprocessing as mp
lock = mp.Lock()
def w(i):
    with lock:
        with lock:
            return i
if __name__ == "__main__":
    with mp.Pool(2) as pool:
        r = pool.map_async(w, [1, 2])
        print(r.get())

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in r.get() for the pool to have the result, at process_pool.py:13
#|   MainThread of ForkPoolWorker-1 waits for the multiprocessing.Lock lock, held by itself, at process_pool.py:8
#|   MainThread of ForkPoolWorker-2 waits for the multiprocessing.Lock lock, held by MainThread of ForkPoolWorker-1, at process_pool.py:7
