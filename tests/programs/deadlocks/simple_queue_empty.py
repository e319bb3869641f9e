# Deadlock: simple queue empty.
# only: lockstep
# exit: 3
import queue
queue.SimpleQueue().get()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in get() of a SimpleQueue for somebody to put an item: the queue is empty, at simple_queue_empty.py:5
