# A queue of very many items is drained well within the limit of steps.
import queue

inbox = queue.SimpleQueue()
outbox = queue.Queue()
for n in range(30_000):
    outbox.put(n)
inbox.put(outbox.qsize())
print(inbox.get(), sum(outbox.get() for _ in range(30_000)), outbox.empty())

# stdout:
#| 30000 449985000 True
