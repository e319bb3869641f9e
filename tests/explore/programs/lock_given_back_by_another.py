# Whoever gives back a lock that another thread holds lets others in.
import threading

lock = threading.Lock()
x = 0


def holder():
    global x
    lock.acquire()
    x = 1
    print("holder", x)


def thief():
    global x
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
        return
    lock.acquire()
    x = 2


threads = [threading.Thread(target=f) for f in (holder, thief)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
