# A lock held by another thread at the time of fork stays locked in the child for ever: acquire there times out.
import multiprocessing
import threading

lock = threading.Lock()
held, release = threading.Event(), threading.Event()

def holder():
    with lock:
        held.set()
        release.wait()

def child():
    print("child got the lock:", lock.acquire(timeout=0.1), flush=True)

if __name__ == "__main__":
    t = threading.Thread(target=holder)
    t.start()
    held.wait()
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()
    release.set()
    t.join()
    print("parent got the lock:", lock.acquire(timeout=5))

# stdout:
#| child got the lock: False
#| parent got the lock: True
