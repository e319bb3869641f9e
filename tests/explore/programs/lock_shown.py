import threading

lock = threading.RLock()


def work():
    with lock:
        pass


thread = threading.Thread(target=work)
thread.start()
print("unlocked" in repr(lock))
thread.join()
