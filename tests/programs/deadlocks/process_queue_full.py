# Deadlock: a full queue between processes.
# only: lockstep
# exit: 3
import multiprocessing as mp
def f(q):
    q.put(1)
    q.put(2)
if __name__ == "__main__":
    q = mp.Queue(1)
    p = mp.Process(target=f, args=(q,))
    p.start()
    p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Process-1 to end, at process_queue_full.py:12
#|   MainThread of Process-1 waits in q.put() for somebody to get an item: the queue is full, at process_queue_full.py:7
