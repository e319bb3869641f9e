# A bounded buffer written by hand with two conditions over one lock.
import threading
from collections import deque

class Buffer:
    def __init__(self, size):
        self.items, self.size = deque(), size
        lock = threading.Lock()
        self.not_empty = threading.Condition(lock)
        self.not_full = threading.Condition(lock)
        self.most = 0

    def put(self, item):
        with self.not_full:
            while len(self.items) == self.size:
                self.not_full.wait()
            self.items.append(item)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def take(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            item = self.items.popleft()
            self.not_full.notify()
            return item

buffer = Buffer(2)
taken = []

def produce():
    for n in range(8):
        buffer.put(n)
    buffer.put(None)

def consume():
    while (item := buffer.take()) is not None:
        taken.append(item)

threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(taken, buffer.most <= 2)  # expect: [0, 1, 2, 3, 4, 5, 6, 7] True
