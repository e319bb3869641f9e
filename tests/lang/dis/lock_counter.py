import threading
counter = 0
lock = threading.Lock()
def worker(n):
    global counter
    for _ in range(n):
        with lock:
            counter += 1
threads = [threading.Thread(target=worker, args=(1000,)) for _ in range(2)]
for thread in threads:
    thread.start()
