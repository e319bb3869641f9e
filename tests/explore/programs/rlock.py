import threading

n = 0
lock = threading.RLock()


def inner():
    global n
    with lock:
        n += 1


def work():
    with lock:
        inner()


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(n)
