# Kinds of queues.
import queue
from dataclasses import dataclass, field
@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
q = queue.PriorityQueue()
for p, n in ((3, "c"), (1, "a"), (2, "b")): q.put(Job(p, n))
while not q.empty():
    j = q.get(); print(j, j.name)
l = queue.LifoQueue(2)
l.put(1); l.put(2)
try: l.put(3, block=False)
except queue.Full as e: print("full", type(e).__name__, type(e).__module__, l.full())
try: l.put(3, timeout=0.01)
except queue.Full: print("still")
print(l.get(), l.get())
try: l.get(timeout=0.01)
except queue.Empty: print("empty")
q.put((2, "x")); q.put((1, {}))
print(q.get(), q.get())
try:
    q.put((1, {})); q.put((1, {}))
except TypeError as e: print(e)
s = queue.SimpleQueue()
s.put(5); print(s.qsize(), s.empty(), s.get(), s.empty())

# stdout:
#| Job(prio=1, name='a') a
#| Job(prio=2, name='b') b
#| Job(prio=3, name='c') c
#| full Full queue True
#| still
#| 2 1
#| empty
#| (1, {}) (2, 'x')
#| 1 False 5 True
