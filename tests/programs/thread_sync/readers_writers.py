# Readers share, writers exclude: a small read-write lock.
import threading

class ReadWriteLock:
    def __init__(self):
        self.readers = 0
        self.gate = threading.Condition()

    def acquire_read(self):
        with self.gate:
            self.readers += 1

    def release_read(self):
        with self.gate:
            self.readers -= 1
            if not self.readers:
                self.gate.notify_all()

    def acquire_write(self):
        self.gate.acquire()
        while self.readers:
            self.gate.wait()

    def release_write(self):
        self.gate.release()

lock = ReadWriteLock()
data = {"version": 0}
together = threading.Barrier(2)

def reader(seen):
    lock.acquire_read()
    together.wait()
    seen.append(data["version"])
    lock.release_read()

def writer():
    for _ in range(5):
        lock.acquire_write()
        data["version"] += 1
        lock.release_write()

seen = []
readers = [threading.Thread(target=reader, args=(seen,)) for _ in range(2)]
for t in readers:
    t.start()
for t in readers:
    t.join()
w = threading.Thread(target=writer)
w.start()
w.join()
print(seen, data)  # expect: [0, 0] {'version': 5}
