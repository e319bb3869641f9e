import threading

lock = threading.Lock()


def work():
    lock.acquire()
    print("taken")


t = threading.Thread(target=work, daemon=True)
t.start()
with lock:
    print("main")
