import threading

s = threading.Semaphore(1)


def work():
    print(s.acquire(timeout=1))


s.acquire()
t = threading.Thread(target=work)
t.start()
s.release()
t.join()
