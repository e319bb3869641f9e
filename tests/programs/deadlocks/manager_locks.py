# Deadlock: two locks of a manager.
# only: lockstep
# exit: 3
import multiprocessing as mp, time
def f(a, b):
    with a:
        time.sleep(0.1)
        with b:
            pass
if __name__ == "__main__":
    with mp.Manager() as m:
        a = m.Lock()
        b = m.Lock()
        p = mp.Process(target=f, args=(a, b), name="one")
        q = mp.Process(target=f, args=(b, a), name="two")
        p.start(); q.start()
        p.join(); q.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for one to end, at manager_locks.py:17
#|   MainThread of one waits for the Lock b of SyncManager-1, held by MainThread of two, at manager_locks.py:8
#|   MainThread of two waits for the Lock a of SyncManager-1, held by MainThread of one, at manager_locks.py:8
