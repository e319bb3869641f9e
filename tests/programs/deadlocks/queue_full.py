# Deadlock: queue full.
# only: lockstep
# exit: 3
import queue
q = queue.Queue(1)
q.put(1)
q.put(2)

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in q.put() for somebody to get an item: the queue is full, at queue_full.py:7
