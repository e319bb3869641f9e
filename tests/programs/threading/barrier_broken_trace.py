# Barrier broken trace.
import threading
b = threading.Barrier(2)
def f():
    b.wait(0.05)
t = threading.Thread(target=f, name="lonely"); t.start(); t.join()
b.wait()

# stdout:
# stderr:
#| Exception in thread lonely:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "barrier_broken_trace.py", line 5, in f
#|     b.wait(0.05)
#|     ~~~~~~^^^^^^
#|   File "<lib>/threading.py", in wait
#|   File "<lib>/threading.py", in _wait
#| threading.BrokenBarrierError
#| Traceback (most recent call last):
#|   File "barrier_broken_trace.py", line 7, in <module>
#|     b.wait()
#|     ~~~~~~^^
#|   File "<lib>/threading.py", in wait
#|   File "<lib>/threading.py", in _enter
#| threading.BrokenBarrierError
# exit: 1
