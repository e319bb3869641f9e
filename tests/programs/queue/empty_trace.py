# Empty trace.
import queue
q = queue.Queue()
def f():
    return q.get_nowait()
f()

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "empty_trace.py", line 6, in <module>
#|     f()
#|     ~^^
#|   File "empty_trace.py", line 5, in f
#|     return q.get_nowait()
#|            ~~~~~~~~~~~~^^
#|   File "<lib>/queue.py", in get_nowait
#|   File "<lib>/queue.py", in get
#| _queue.Empty
# exit: 1
