# Queues of a manager can be arguments of pool tasks.
import multiprocessing
import queue


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def task(q, n):
    q.put(n * n)
    return n


if __name__ == "__main__":
    with multiprocessing.Manager() as manager, multiprocessing.Pool(2) as pool:
        q = manager.Queue()
        print(pool.starmap(task, [(q, n) for n in range(4)]))
        print(q.qsize(), sorted(q.get() for _ in range(4)), q.empty())
        attempt(q.get_nowait)
        attempt(lambda: q.get(timeout=0.05))
        small = manager.Queue(1)
        small.put(1)
        attempt(lambda: small.put(2, block=False))
        attempt(lambda: small.put_nowait(2))
        print(small.full(), small.get())
        small.task_done()
        small.join()
        attempt(small.task_done)
        joinable = manager.JoinableQueue()
        joinable.put("x")
        print(joinable.get(), joinable.task_done(), joinable.join())
        print(type(q).__name__, type(joinable).__name__)

# stdout:
#| [0, 1, 2, 3]
#| 4 [0, 1, 4, 9] True
#| Empty 
#| Empty 
#| Full 
#| Full 
#| True 1
#| ValueError task_done() called too many times
#| x None None
#| AutoProxy[Queue] AutoProxy[JoinableQueue]
