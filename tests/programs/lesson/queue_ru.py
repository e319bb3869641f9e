# The lesson's fourth block prints nothing; the folded line after it does.
import queue
q = queue.Queue()
q.put("item")
item = q.get()
print(item, q.empty())  # expect: item True
