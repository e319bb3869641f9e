# A generator used by two threads at once is a ValueError; with a lock it is safe.
import threading

class Safe:
    def __init__(self, it):
        self.it, self.lock = iter(it), threading.Lock()
    def __iter__(self):
        return self
    def __next__(self):
        with self.lock:
            return next(self.it)

inside, leave = threading.Event(), threading.Event()

def slow():
    inside.set()
    leave.wait()
    yield 1

g = slow()
t = threading.Thread(target=next, args=(g,))
t.start()
inside.wait()
try:
    next(g)
except ValueError as error:
    print(error)  # expect: generator already executing
leave.set()
t.join()
shared, taken = Safe(n for n in range(100)), []
threads = [threading.Thread(target=lambda: taken.extend(shared)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(taken) == list(range(100)))  # expect: True
