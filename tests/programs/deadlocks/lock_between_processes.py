# Deadlock: lock between processes.
# only: lockstep
# exit: 3
import multiprocessing as mp
def child(l):
    with l: pass
if __name__ == "__main__":
    l = mp.Lock(); l.acquire()
    p = mp.Process(target=child, args=(l,)); p.start(); p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Process-1 to end, at lock_between_processes.py:9
#|   MainThread of Process-1 waits for the multiprocessing.Lock l, held by MainThread of MainProcess, at lock_between_processes.py:6
