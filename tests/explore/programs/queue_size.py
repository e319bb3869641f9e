import queue
import threading

q = queue.Queue()


def work():
    q.put(1)


t = threading.Thread(target=work)
t.start()
print(q.qsize(), q.empty())
t.join()
