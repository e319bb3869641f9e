import queue
import threading

q = queue.Queue()
a = threading.Thread(target=q.put, args=(1,))
b = threading.Thread(target=q.put, args=(2,))
a.start()
b.start()
print(q.get(), q.get())
