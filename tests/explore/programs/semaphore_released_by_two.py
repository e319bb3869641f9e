# since 3.9
import threading

s = threading.Semaphore(0)


def work():
    s.acquire()
    s.acquire()
    print("both")


t = threading.Thread(target=work)
t.start()
s.release(2)
t.join()
