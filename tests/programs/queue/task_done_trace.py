# Task done trace.
import queue
q = queue.Queue(1)
q.task_done()

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "task_done_trace.py", line 4, in <module>
#|     q.task_done()
#|     ~~~~~~~~~~~^^
#|   File "<lib>/queue.py", in task_done
#| ValueError: task_done() called too many times
# exit: 1
