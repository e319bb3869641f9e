# A class attribute is shared by all threads, an instance attribute belongs to its object.
import threading

class Worker(threading.Thread):
    started = []
    lock = threading.Lock()
    count = 0

    def __init__(self, n):
        super().__init__()
        self.count = n

    def run(self):
        with self.lock:
            Worker.count += 1
            self.count += 100
            self.started.append(self.count)

workers = [Worker(n) for n in range(3)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print(Worker.count, [w.count for w in workers], sorted(Worker.started))  # expect: 3 [100, 101, 102] [100, 101, 102]
