# A full queue makes the producer wait: put blocks until get makes room.
import queue
import threading

q = queue.Queue(maxsize=1)
log = []
full = threading.Event()

def producer():
    q.put(1)
    log.append("put 1")
    full.set()
    q.put(2)
    log.append("put 2")

t = threading.Thread(target=producer)
t.start()
full.wait()
log.append(f"get {q.get()}")
t.join()
print(log[0], sorted(log[1:]), q.get())  # expect: put 1 ['get 1', 'put 2'] 2
