import queue
import threading

q = queue.Queue(maxsize=1)


def work():
    q.put(1)
    print("one")
    q.put(2)


t = threading.Thread(target=work)
t.start()
print(q.get() + q.get())
t.join()
