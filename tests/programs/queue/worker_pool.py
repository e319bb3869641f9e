# Several workers on one queue; one sentinel for each; the results are sorted at the end.
import queue
import threading

jobs, results = queue.Queue(), queue.Queue()

class Worker(threading.Thread):
    def run(self):
        while (number := jobs.get()) is not None:
            results.put((number, number ** 2))

workers = [Worker() for _ in range(3)]
for w in workers:
    w.start()
for number in range(8):
    jobs.put(number)
for _ in workers:
    jobs.put(None)
for w in workers:
    w.join()
collected = []
while not results.empty():
    collected.append(results.get())
print(sorted(collected))  # expect: [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16), (5, 25), (6, 36), (7, 49)]
