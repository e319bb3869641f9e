# Lock and RLock of multiprocessing: timeouts, repr, release without acquire, who owns.
import multiprocessing
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def other(lock, rlock, done):
    print(lock, rlock, flush=True)
    print(lock.acquire(timeout=0.05), lock.acquire(block=False), lock.acquire(False), rlock.acquire(True, 0.05), flush=True)
    attempt(rlock.release)
    lock.release()
    done.set()


if __name__ == "__main__":
    lock, rlock, done = multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Event()
    print(lock, rlock)
    print(lock.acquire(), rlock.acquire(), rlock.acquire())
    print(lock, rlock)
    print(lock.acquire(timeout=-1))
    process = multiprocessing.Process(target=other, args=(lock, rlock, done))
    process.start()
    done.wait()
    process.join()
    print(lock, lock.acquire(timeout=1))
    lock.release()
    rlock.release()
    rlock.release()
    attempt(lock.release)
    attempt(rlock.release)
    with lock as entered:
        print(entered, lock)
    thread = threading.Thread(target=lambda: print(lock, rlock), name="T")
    lock.acquire()
    rlock.acquire()
    thread.start()
    thread.join()
    attempt(lambda: lock.acquire(True, "soon"))
    print(hasattr(lock, "locked"))

# stdout:
#| <Lock(owner=None)> <RLock(None, 0)>
#| True True True
#| <Lock(owner=MainProcess)> <RLock(MainProcess, 2)>
#| False
#| <Lock(owner=SomeOtherProcess)> <RLock(SomeOtherProcess, nonzero)>
#| False False False False
#| AssertionError attempt to release recursive lock not owned by thread
#| <Lock(owner=MainProcess)> True
#| ValueError semaphore or lock released too many times
#| AssertionError attempt to release recursive lock not owned by thread
#| True <Lock(owner=MainProcess)>
#| <Lock(owner=SomeOtherThread)> <RLock(SomeOtherThread, nonzero)>
#| TypeError must be real number, not str
#| False
