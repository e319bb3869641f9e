# CPython goes from a write to a lock behind it without a switch, but not where the lock is taken.
import threading

lock = threading.Lock()
y = z = 0


def one():
    global y, z
    y = 1
    with lock:
        z = 1


def two():
    with lock:
        for _ in range(2):
            abs(1)
    a = y
    with lock:
        b = z
    print(a, b)


threads = [threading.Thread(target=one), threading.Thread(target=two)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
