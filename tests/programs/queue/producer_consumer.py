# The classic: one producer, one consumer, None as the end of work.
import queue
import threading
import time

def producer(q):
    for n in range(3):
        time.sleep(0.1)
        print(f"producing item {n}")
        q.put(n)
    q.put(None)

def consumer(q):
    while True:
        item = q.get()
        if item is None:
            break
        time.sleep(0.05)
        print("consumed item {}".format(item))
    print("consumer leaves")

q = queue.Queue()
threads = [threading.Thread(target=producer, args=(q,)), threading.Thread(target=consumer, args=(q,))]
for t in threads:
    t.start()
for t in threads:
    t.join()

# stdout:
#| producing item 0
#| consumed item 0
#| producing item 1
#| consumed item 1
#| producing item 2
#| consumed item 2
#| consumer leaves
