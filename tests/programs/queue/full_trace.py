# Full trace.
import queue
q = queue.Queue(1)
q.put(1)
q.put_nowait(2)

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "full_trace.py", line 5, in <module>
#|     q.put_nowait(2)
#|     ~~~~~~~~~~~~^^^
#|   File "<lib>/queue.py", in put_nowait
#|   File "<lib>/queue.py", in put
#| queue.Full
# exit: 1
