# Queue: maxsize, Full and Empty, qsize, closed.
import multiprocessing
import queue
import time


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


if __name__ == "__main__":
    q = multiprocessing.Queue(maxsize=2)
    print(q.empty(), q.full(), q.qsize())
    attempt(q.get_nowait)
    attempt(lambda: q.get(timeout=0.05))
    attempt(lambda: q.get(True, 0.05))
    attempt(lambda: q.get(block=False))
    q.put("a")
    q.put(["b"], timeout=1)
    attempt(lambda: q.put("c", block=False))
    attempt(lambda: q.put_nowait("c"))
    attempt(lambda: q.put("c", timeout=0.05))
    time.sleep(0.1)
    print(q.full(), q.qsize(), q.empty())
    print(q.get(), q.get())
    print(q.full(), q.qsize(), q.empty())
    attempt(q.join_thread)
    q.close()
    attempt(lambda: q.put(1))
    attempt(q.get)
    q.join_thread()
    print(issubclass(queue.Empty, Exception), repr(q).split(" at ")[0])
    attempt(lambda: multiprocessing.Queue().task_done())
    attempt(lambda: multiprocessing.Queue().join())

# stdout:
#| True False 0
#| Empty 
#| Empty 
#| Empty 
#| Empty 
#| Full 
#| Full 
#| Full 
#| True 2 False
#| a ['b']
#| False 0 True
#| AssertionError Queue <multiprocessing.queues.Queue object
#| ValueError Queue <multiprocessing.queues.Queue object
#| ValueError Queue <multiprocessing.queues.Queue object
#| True <multiprocessing.queues.Queue object
#| AttributeError 'Queue' object has no attribute 'task_done'
#| AttributeError 'Queue' object has no attribute 'join'
