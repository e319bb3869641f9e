import threading

lock = threading.RLock()


def work():
    if lock.acquire(blocking=False):
        print("worker", lock.acquire(blocking=False))
        lock.release()
        lock.release()
    else:
        print("busy")


t = threading.Thread(target=work)
t.start()
with lock:
    print("main")
t.join()
