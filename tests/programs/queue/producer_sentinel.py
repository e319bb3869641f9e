# Producer sentinel.
import threading, queue, time, random
random.seed(1)
q = queue.Queue(maxsize=3)
DONE = object()
out = []
def producer(n):
    for i in range(n):
        q.put(i)
    q.put(DONE)
def consumer():
    while True:
        item = q.get()
        if item is DONE:
            q.task_done()
            break
        out.append(item * item)
        q.task_done()
p = threading.Thread(target=producer, args=(8,), name="producer")
c = threading.Thread(target=consumer, name="consumer")
p.start(); c.start()
p.join(); c.join(); q.join()
print(out, q.empty(), q.qsize(), q.unfinished_tasks)

# stdout:
#| [0, 1, 4, 9, 16, 25, 36, 49] True 0 0
