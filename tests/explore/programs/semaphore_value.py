import threading

s = threading.Semaphore(2)


def work():
    s.acquire()


t = threading.Thread(target=work)
t.start()
print(s._value)
t.join()
