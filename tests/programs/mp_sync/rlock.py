# multiprocessing.RLock: re-entered by its owner only.
import multiprocessing

def other(lock, q):
    q.put(lock.acquire(block=False))
    try:
        lock.release()
    except AssertionError as error:
        q.put(str(error))

if __name__ == "__main__":
    lock, q = multiprocessing.RLock(), multiprocessing.Queue()
    with lock:
        print(lock.acquire(), lock.acquire(False))  # expect: True True
        lock.release()
        lock.release()
        p = multiprocessing.Process(target=other, args=(lock, q))
        p.start()
        print(q.get(), q.get())  # expect: False attempt to release recursive lock not owned by thread
        p.join()
    try:
        lock.release()
    except AssertionError as error:
        print(error)  # expect: attempt to release recursive lock not owned by thread
