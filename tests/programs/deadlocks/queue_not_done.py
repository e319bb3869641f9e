# Deadlock: queue not done.
# only: lockstep
# exit: 3
import queue, threading
q = queue.Queue()
q.put(1)
def w(): q.get()
threading.Thread(target=w, daemon=True).start()
q.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in q.join() for task_done(): 1 unfinished, at queue_not_done.py:9
