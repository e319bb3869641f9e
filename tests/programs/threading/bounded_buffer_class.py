# Bounded buffer class.
import threading
class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.lock = threading.Lock()
        self.not_full = threading.Condition(self.lock)
        self.not_empty = threading.Condition(self.lock)
    def put(self, x):
        with self.not_full:
            while len(self.items) == self.size:
                self.not_full.wait()
            self.items.append(x)
            self.not_empty.notify()
    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.items)
            x = self.items.pop(0)
            self.not_full.notify()
            return x
b = Buffer(2)
got = []
def prod():
    for i in range(10): b.put(i)
def cons():
    for _ in range(10): got.append(b.get())
ts = [threading.Thread(target=f) for f in (prod, cons)]
for t in ts: t.start()
for t in ts: t.join()
print(got, ts[0].name, ts[1].name, repr(b.not_full).startswith("<Condition(<unlocked _thread.lock object"))

# stdout:
#| [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] Thread-1 (prod) Thread-2 (cons) True
