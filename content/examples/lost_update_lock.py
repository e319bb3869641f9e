import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        counter += 1


threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
