import threading

lock = threading.Lock()


def work():
    if lock.locked():
        lock.release()


lock.acquire()
t = threading.Thread(target=work)
t.start()
try:
    lock.release()
except RuntimeError as error:
    print(error)
t.join()
