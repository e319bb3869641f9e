import queue
import threading

q = queue.Queue(maxsize=1)


def work():
    q.put(1)
    q.put(2)


t = threading.Thread(target=work)
t.start()
print(q.get())
if q.empty():
    print("empty")
else:
    q.get()
