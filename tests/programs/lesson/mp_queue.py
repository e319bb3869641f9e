# The lesson's fifth block: a multiprocessing queue used inside one process.
from multiprocessing import Queue
q = Queue()
q.put("item")
print(q.get())  # expect: item
