# SimpleQueue: unbounded, no task_done.
import queue
import threading

q = queue.SimpleQueue()
print(q.empty(), q.qsize())  # expect: True 0
q.put(1)
q.put_nowait(2)
print(q.get(), q.get_nowait(), q.empty())  # expect: 1 2 True
try:
    q.get(timeout=0.05)
except queue.Empty:
    print("empty")  # expect: empty
t = threading.Thread(target=q.put, args=("from a thread",))
t.start()
print(q.get())  # expect: from a thread
t.join()
print(hasattr(q, "task_done"), hasattr(q, "join"))  # expect: False False
