# A Lock acquired twice by one thread.
# only: lockstep
# exit: 3
# stderr-has: MainThread
import threading

lock = threading.Lock()
lock.acquire()
print("once")
lock.acquire()
print("twice")

# stdout:
#| once
