import threading

lock = threading.RLock()


def work():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


with lock:
    t = threading.Thread(target=work)
    t.start()
    print("held")
t.join()
