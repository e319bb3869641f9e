# Shared generators.
import threading
def counter():
    i = 0
    while True:
        i += 1; yield i
class Safe:
    def __init__(self, it): self.it, self.l = iter(it), threading.Lock()
    def __iter__(self): return self
    def __next__(self):
        with self.l: return next(self.it)
g = Safe(counter()); out = []
def w():
    for _ in range(100): out.append(next(g))
ts = [threading.Thread(target=w) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]
print(sorted(out) == list(range(1, 301)))
def slow():
    ev.set(); go.wait(); yield 1
ev, go = threading.Event(), threading.Event()
s = slow(); t = threading.Thread(target=lambda: print("first", next(s))); t.start(); ev.wait()
try: next(s)
except ValueError as e: print(e)
go.set(); t.join()

# stdout:
#| True
#| generator already executing
#| first 1
