# acquire with try/finally, and a worker that does something else when the lock is taken.
import threading

lock = threading.Lock()
held, release = threading.Event(), threading.Event()

def holder():
    lock.acquire()
    try:
        held.set()
        release.wait()
    finally:
        lock.release()

t = threading.Thread(target=holder)
t.start()
held.wait()
if not lock.acquire(blocking=False):
    print("busy, doing something else")  # expect: busy, doing something else
release.set()
if lock.acquire(timeout=5):
    print("got it within the timeout")  # expect: got it within the timeout
    lock.release()
t.join()
