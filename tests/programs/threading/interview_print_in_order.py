# Interview print in order.
import threading
class Foo:
    def __init__(self):
        self.a, self.b = threading.Event(), threading.Event()
    def first(self, p): p(); self.a.set()
    def second(self, p): self.a.wait(); p(); self.b.set()
    def third(self, p): self.b.wait(); p()
f = Foo()
ts = [threading.Thread(target=f.third, args=(lambda: print("third"),)), threading.Thread(target=f.second, args=(lambda: print("second", end=" "),)), threading.Thread(target=f.first, args=(lambda: print("first", end=" "),))]
for t in ts: t.start()
for t in ts: t.join()

# stdout:
#| first second third
