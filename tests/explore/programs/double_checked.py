import threading

lock = threading.Lock()
made = None


def get():
    global made
    if made is None:
        with lock:
            if made is None:
                made = []
                made.append(1)
    print(made)


threads = [threading.Thread(target=get) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
