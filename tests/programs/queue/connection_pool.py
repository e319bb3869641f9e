# Connection pool.
import threading, contextlib, queue
class Pool:
    def __init__(self, n): self.q = queue.LifoQueue(); [self.q.put(f"conn{i}") for i in range(n)]
    @contextlib.contextmanager
    def get(self, timeout=None):
        try: c = self.q.get(timeout=timeout)
        except queue.Empty: raise TimeoutError("no connection") from None
        try: yield c
        finally: self.q.put(c)
p = Pool(1)
with p.get() as c:
    print(c)
    try:
        with p.get(timeout=0.02): pass
    except TimeoutError as e: print(e, e.__cause__, e.__suppress_context__)
with p.get(0.1) as c: print(c)

# stdout:
#| conn0
#| no connection None True
#| conn0
