import threading

lock = threading.Lock()
box = {}


def work():
    lock.acquire()
    print(box["k"])
    lock.release()


t = threading.Thread(target=work)
t.start()
box["k"] = 1
lock.acquire()
print("main")
