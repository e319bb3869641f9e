# Deadlock: queue empty.
# only: lockstep
# exit: 3
import queue
q = queue.Queue()
q.get()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in q.get() for somebody to put an item: the queue is empty, at queue_empty.py:6
