import threading

lock = threading.RLock()
n = 0


def work():
    global n
    with lock:
        with lock:
            n += 1
    print(n)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
