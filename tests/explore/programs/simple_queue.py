import queue
import threading

q = queue.SimpleQueue()


def work():
    q.put(1)


t = threading.Thread(target=work)
t.start()
print(q.get())
t.join()
