# Deadlock: lock twice.
# only: lockstep
# exit: 3
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits for the Lock lock, held by itself, at lock_twice.py:7
