# queue.Queue: put, get, qsize, empty, full, and the order of items.
import queue

q = queue.Queue(maxsize=3)
print(q.empty(), q.full(), q.qsize(), q.maxsize)  # expect: True False 0 3
for item in "abc":
    q.put(item)
print(q.empty(), q.full(), q.qsize())  # expect: False True 3
try:
    q.put("d", block=False)
except queue.Full as error:
    print(repr(error))  # expect: Full()
try:
    q.put("d", timeout=0.05)
except queue.Full:
    print("still full")  # expect: still full
print(q.get(), q.get(block=True), q.get(timeout=1))  # expect: a b c
try:
    q.get_nowait()
except queue.Empty as error:
    print(repr(error), error.args)  # expect: Empty() ()
try:
    q.get(block=True, timeout=0.05)
except queue.Empty:
    print("nothing came")  # expect: nothing came
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)  # expect: 'timeout' must be a non-negative number
q.put_nowait("last")
print(q.get(False))  # expect: last
