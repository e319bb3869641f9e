# Countdown latch.
import threading
class CountDownLatch:
    def __init__(self, n): self.n, self.c = n, threading.Condition()
    def count_down(self):
        with self.c:
            self.n -= 1
            if self.n <= 0: self.c.notify_all()
    def wait(self, timeout=None):
        with self.c: return self.c.wait_for(lambda: self.n <= 0, timeout)
l = CountDownLatch(3); print(l.wait(0.01))
ts = [threading.Thread(target=l.count_down) for _ in range(3)]
[t.start() for t in ts]; print(l.wait(), l.n); [t.join() for t in ts]

# stdout:
#| False
#| True 0
