import threading

lock = None
made = []


def get():
    global lock
    if lock is None:
        lock = threading.Lock()
        made.append(1)
    return lock


def work():
    get()


t = threading.Thread(target=work)
t.start()
get()
print(len(made))
t.join()
