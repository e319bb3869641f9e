import threading

made = 0
instance = None
lock = threading.Lock()


def get():
    global instance, made
    if instance is None:
        with lock:
            if instance is None:
                made += 1
                instance = object()


a = threading.Thread(target=get)
b = threading.Thread(target=get)
a.start()
b.start()
a.join()
b.join()
print(made)
