# since 3.9
import threading

s = threading.Semaphore(2)


def work():
    s.acquire()
    s.acquire()
    s.release(2)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
