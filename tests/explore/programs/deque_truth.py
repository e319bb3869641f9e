# The truth of a deque is no call: in the model of CPython nobody gets between it and the next call. An item is
# looked at by an operator.
import threading
from collections import deque

queue = deque([1])
failed = []


def work():
    if queue and queue[0]:
        try:
            queue.popleft()
        except IndexError:
            failed.append(1)


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(failed)
