import threading

lock = threading.Lock()


def work():
    lock.acquire()


t = threading.Thread(target=work)
t.start()
print(lock.acquire(blocking=False))
t.join()
