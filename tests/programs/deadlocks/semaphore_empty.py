# Deadlock: semaphore empty.
# only: lockstep
# exit: 3
import threading
s = threading.Semaphore(1)
s.acquire()
s.acquire()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in s.acquire() for somebody to release the semaphore, at semaphore_empty.py:7
