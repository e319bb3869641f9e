# BoundedSemaphore: one release too many is an error.
import threading

pool = threading.BoundedSemaphore(value=2)
print(pool.acquire(), pool.acquire(), pool.acquire(blocking=False))  # expect: True True False
pool.release()
pool.release()
try:
    pool.release()
except ValueError as error:
    print(error)  # expect: Semaphore released too many times
with pool:
    print("inside")  # expect: inside
try:
    pool.acquire()
    pool.release(2)
except ValueError as error:
    print(error)  # expect: Semaphore released too many times
