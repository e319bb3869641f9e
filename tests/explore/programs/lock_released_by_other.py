import threading

lock = threading.Lock()
lock.acquire()


def work():
    print("work")
    lock.release()


t = threading.Thread(target=work)
t.start()
lock.acquire()
print("main")
