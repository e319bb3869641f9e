# Deadlock: join before draining.
# only: lockstep
# exit: 3
import multiprocessing as mp
def child(q):
    q.put("x" * 1000000)
if __name__ == "__main__":
    q = mp.Queue()
    p = mp.Process(target=child, args=(q,))
    p.start()
    p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Process-1 to end, at join_before_draining.py:11
#|   MainThread of Process-1 has run its code and waits for QueueFeederThread to end
#|   QueueFeederThread of Process-1 waits for room in the pipe of q: nobody gets what is in it, started at join_before_draining.py:6
