import queue
import threading

jobs = queue.Queue(maxsize=2)


def produce():
    for i in range(4):
        jobs.put(i)
    jobs.put(None)


def consume():
    while True:
        job = jobs.get()
        if job is None:
            break
        print("done", job)


threads = [threading.Thread(target=f) for f in (produce, consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
