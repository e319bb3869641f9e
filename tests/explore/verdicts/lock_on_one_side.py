import threading

lock = threading.Lock()
n = 0


def careful():
    global n
    with lock:
        n += 1


def careless():
    global n
    n += 1


threads = [threading.Thread(target=careful), threading.Thread(target=careless)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
