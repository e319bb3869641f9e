import queue
import threading

q = queue.Queue()
t = threading.Thread(target=q.put, args=(1,))
t.start()
try:
    print(q.get(timeout=1))
except queue.Empty:
    print("empty")
t.join()
