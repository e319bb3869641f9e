# Lock hierarchy checked.
import threading
class OrderedLock:
    held = threading.local()
    def __init__(self, level): self.level, self.lock = level, threading.Lock()
    def __enter__(self):
        stack = getattr(self.held, "stack", None)
        if stack is None: stack = self.held.stack = []
        if stack and stack[-1] >= self.level: raise RuntimeError(f"lock {self.level} after {stack[-1]}")
        self.lock.acquire(); stack.append(self.level); return self
    def __exit__(self, *a): self.held.stack.pop(); self.lock.release()
a, b = OrderedLock(1), OrderedLock(2)
with a, b: print("fine", OrderedLock.held.stack)
try:
    with b, a: print("never")
except RuntimeError as e: print(e)
def w():
    with b:
        with a: pass
t = threading.Thread(target=w, name="wrong"); t.start(); t.join(); print(b.lock.locked(), OrderedLock.held.stack)

# stdout:
#| fine [1, 2]
#| lock 1 after 2
#| False []
# stderr:
#| Exception in thread wrong:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "lock_hierarchy_checked.py", line 19, in w
#|     with a: pass
#|          ^
#|   File "lock_hierarchy_checked.py", line 9, in __enter__
#|     if stack and stack[-1] >= self.level: raise RuntimeError(f"lock {self.level} after {stack[-1]}")
#|                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| RuntimeError: lock 1 after 2
