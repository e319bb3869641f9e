# Lock: acquire, release, locked, with, non-blocking, timeout, release of a free lock.
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(blocking=False), lock.acquire(False), lock.acquire(timeout=0.05))
print(lock.release(), lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(error)
with lock as got:
    print(got, lock.locked())
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print("released after the exception:", not lock.locked())
for bad in ((False, 1), (True, -2)):
    try:
        lock.acquire(*bad)
    except ValueError as error:
        print(error)

# stdout:
#| False True True
#| False False False
#| None False
#| release unlocked lock
#| True True
#| released after the exception: True
#| can't specify a timeout for a non-blocking call
#| timeout value must be a non-negative number
