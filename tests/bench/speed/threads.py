# Threads: a counter under a lock, workers at a queue.
import queue
import threading

counter = 0
lock = threading.Lock()


def count(times):
    global counter
    for _ in range(times):
        with lock:
            counter += 1


def work():
    while True:
        item = inbox.get()
        if item is None:
            return
        outbox.put(item * item % 1000)


threads = [threading.Thread(target=count, args=(150_000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
inbox = queue.Queue(maxsize=100)
outbox = queue.Queue()
workers = [threading.Thread(target=work) for _ in range(4)]
for worker in workers:
    worker.start()
for n in range(60_000):
    inbox.put(n)
for worker in workers:
    inbox.put(None)
for worker in workers:
    worker.join()
print(sum(outbox.get() for _ in range(60_000)))
