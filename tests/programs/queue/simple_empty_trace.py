# Simple empty trace.
import queue
queue.SimpleQueue().get_nowait()

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "simple_empty_trace.py", line 3, in <module>
#|     queue.SimpleQueue().get_nowait()
#|     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^
#| _queue.Empty
# exit: 1
