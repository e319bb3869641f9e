# Local subclass whose __init__ takes arguments, and what is missing in another thread.
import threading
class Ctx(threading.local):
    n = 0
    def __init__(self, x): self.x = x
    def hi(self): return self.x, self.n
c = Ctx(5); c.n = 1
def w():
    print(c.hi(), c.__dict__); c.x = 9; c.n += 1; print(c.hi())
t = threading.Thread(target=w); t.start(); t.join()
print(c.hi(), c.__dict__)
d = threading.local(); d.a = 1
def v():
    print(hasattr(d, "a"), getattr(d, "a", None), d.__dict__)
    d.b
t = threading.Thread(target=v); t.start(); t.join()
try: threading.local(1)
except TypeError as e: print(e)

# stdout:
#| (5, 0) {'x': 5}
#| (9, 1)
#| (5, 1) {'x': 5, 'n': 1}
#| False None {}
#| Initialization arguments are not supported
# stderr:
#| Exception in thread Thread-2 (v):
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "local_init_arguments.py", line 15, in v
#|     d.b
#| AttributeError: '_thread._local' object has no attribute 'b'
