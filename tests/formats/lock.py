# A thread waits for a lock that the main thread holds.
import threading
lock = threading.Lock()
def work():
    with lock:
        print("hi")
lock.acquire()
t = threading.Thread(target=work)
t.start()
lock.release()
t.join()
