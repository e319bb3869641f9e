import threading

lock = threading.Lock()
stop = False


def hold():
    lock.acquire()
    lock.acquire()


def tick():
    while not stop:
        pass


threading.Thread(target=hold).start()
threading.Thread(target=tick).start()
