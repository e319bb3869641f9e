# Library tracebacks.
import threading
c = threading.Condition()
def f(): c.notify()
def g(): c.wait()
for h in (f, g):
    t = threading.Thread(target=h, name=h.__name__); t.start(); t.join()
s = threading.BoundedSemaphore(1)
t = threading.Thread(target=s.release, name="sem"); t.start(); t.join()
threading.Thread(target=None).start()
t = threading.Thread(target=threading.Lock().release, name="lk"); t.start(); t.join()
t = threading.Thread(target=lambda a: a, name="args"); t.start(); t.join()

# stdout:
# stderr:
#| Exception in thread f:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "library_tracebacks.py", line 4, in f
#|     def f(): c.notify()
#|              ~~~~~~~~^^
#|   File "<lib>/threading.py", in notify
#| RuntimeError: cannot notify on un-acquired lock
#| Exception in thread g:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "library_tracebacks.py", line 5, in g
#|     def g(): c.wait()
#|              ~~~~~~^^
#|   File "<lib>/threading.py", in wait
#| RuntimeError: cannot wait on un-acquired lock
#| Exception in thread sem:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "<lib>/threading.py", in release
#| ValueError: Semaphore released too many times
#| Exception in thread lk:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#| RuntimeError: release unlocked lock
#| Exception in thread args:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#| TypeError: <lambda>() missing 1 required positional argument: 'a'
