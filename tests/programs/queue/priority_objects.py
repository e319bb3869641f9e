# Jobs ordered by __lt__, and by a dataclass with order=True.
import queue
from dataclasses import dataclass, field

class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)

for kind in (Job, Task):
    q = queue.PriorityQueue()
    for priority, name in [(5, "sweep"), (1, "alarm"), (3, "mail")]:
        q.put(kind(priority, name))
    while not q.empty():
        print(q.get().name)

# stdout:
#| alarm
#| mail
#| sweep
#| alarm
#| mail
#| sweep
