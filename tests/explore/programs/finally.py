import threading

lock = threading.Lock()
n = 0


def work():
    global n
    lock.acquire()
    try:
        n += 1
        if n == 2:
            raise ValueError(n)
    finally:
        lock.release()
    print("ok", n)


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
