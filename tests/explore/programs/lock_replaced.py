import threading

lock = threading.Lock()
n = 0


def work():
    global lock, n
    lock = threading.Lock()
    with lock:
        n += 1


t = threading.Thread(target=work)
t.start()
with lock:
    n += 1
t.join()
print(n)
