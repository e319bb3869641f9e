# Interview counter stack.
import threading
class Counter:
    def __init__(self): self._v, self._l = 0, threading.Lock()
    def inc(self, n=1):
        with self._l: self._v += n
    @property
    def value(self):
        with self._l: return self._v
c = Counter()
def w():
    for _ in range(500): c.inc()
ts = [threading.Thread(target=w) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(c.value)
class Stack:
    def __init__(self): self.i, self.c = [], threading.Condition()
    def push(self, x):
        with self.c: self.i.append(x); self.c.notify()
    def pop(self, timeout=None):
        with self.c:
            if not self.c.wait_for(lambda: self.i, timeout): raise TimeoutError("stack is empty")
            return self.i.pop()
s = Stack(); s.push(1); print(s.pop())
try: s.pop(0.05)
except TimeoutError as e: print(e)
s.pop(timeout=0.05)

# stdout:
#| 2000
#| 1
#| stack is empty
# stderr:
#| Traceback (most recent call last):
#|   File "interview_counter_stack.py", line 28, in <module>
#|     s.pop(timeout=0.05)
#|     ~~~~~^^^^^^^^^^^^^^
#|   File "interview_counter_stack.py", line 23, in pop
#|     if not self.c.wait_for(lambda: self.i, timeout): raise TimeoutError("stack is empty")
#|                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| TimeoutError: stack is empty
# exit: 1
