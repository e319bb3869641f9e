# Deadlock: locks and a semaphore between processes, each by its name.
# only: lockstep
# exit: 3
import multiprocessing as mp, time
def f(a, b):
    with a:
        time.sleep(0.1)
        with b:
            pass
if __name__ == "__main__":
    first = mp.Lock()
    second = mp.RLock()
    sem = mp.Semaphore(0)
    p = mp.Process(target=f, args=(first, second), name="one")
    q = mp.Process(target=f, args=(second, first), name="two")
    p.start(); q.start()
    sem.acquire()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in sem.acquire() for somebody to release the semaphore, at process_locks_and_semaphore.py:17
#|   MainThread of one waits for the multiprocessing.RLock second, held by MainThread of two, at process_locks_and_semaphore.py:8
#|   MainThread of two waits for the multiprocessing.Lock first, held by MainThread of one, at process_locks_and_semaphore.py:8
