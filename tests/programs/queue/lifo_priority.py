# LifoQueue gives the newest item, PriorityQueue the smallest.
import queue

stack = queue.LifoQueue()
for n in range(3):
    stack.put(n)
print([stack.get() for _ in range(3)])  # expect: [2, 1, 0]
heap = queue.PriorityQueue()
for job in [(3, "low"), (1, "high"), (2, "middle"), (1, "also high")]:
    heap.put(job)
print(heap.qsize(), [heap.get() for _ in range(4)])  # expect: 4 [(1, 'also high'), (1, 'high'), (2, 'middle'), (3, 'low')]
heap.put((1, {"a": 1}))
try:
    heap.put((1, {"b": 2}))
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'dict' and 'dict'
small = queue.LifoQueue(1)
small.put("x")
print(small.full(), isinstance(small, queue.Queue))  # expect: True True
