# Two producers, two consumers, one sentinel per consumer put by the main thread.
import queue
import threading

q, total, lock = queue.Queue(5), [], threading.Lock()

def produce(start):
    for n in range(start, start + 10):
        q.put(n)

def consume():
    mine = 0
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            break
        mine += item
        q.task_done()
    with lock:
        total.append(mine)

producers = [threading.Thread(target=produce, args=(s,)) for s in (0, 100)]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
q.join()
for t in consumers:
    t.join()
print(sum(total), len(total), q.unfinished_tasks)  # expect: 1090 2 0
