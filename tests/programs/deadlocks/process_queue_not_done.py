# Deadlock: a joinable queue between processes.
# only: lockstep
# exit: 3
import multiprocessing as mp
def f(q):
    q.get()
if __name__ == "__main__":
    q = mp.JoinableQueue()
    p = mp.Process(target=f, args=(q,))
    p.start()
    q.put(1)
    q.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in q.join() for task_done(): 1 unfinished, at process_queue_not_done.py:12
