import threading

lock = threading.Lock()


def work():
    if lock.acquire(blocking=False):
        lock.release()
    else:
        print("busy")


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
