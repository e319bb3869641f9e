# Deadlock: a queue of a manager.
# only: lockstep
# exit: 3
import multiprocessing as mp
def f(q):
    print(q.get())
if __name__ == "__main__":
    with mp.Manager() as m:
        q = m.Queue()
        p = mp.Process(target=f, args=(q,), name="one")
        p.start()
        p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for one to end, at manager_queue.py:12
#|   MainThread of one waits in q.get() for somebody to put an item: the queue is empty, at manager_queue.py:6
