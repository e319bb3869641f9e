# The lesson's fourth block alone runs and prints nothing.
import queue
q = queue.Queue()
q.put("item")
item = q.get()

# stdout:
