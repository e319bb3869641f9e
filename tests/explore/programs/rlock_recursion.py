import threading

lock = threading.RLock()
total = 0


def count(n):
    global total
    with lock:
        if n:
            total += 1
            count(n - 1)


threads = [threading.Thread(target=count, args=(2,)) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
