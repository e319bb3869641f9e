# Fan out and fan in: work shared out by index, collected in order by a priority queue.
import queue
import threading

inboxes = [queue.Queue() for _ in range(3)]
merged = queue.PriorityQueue()

def worker(inbox):
    for index, word in iter(inbox.get, None):
        merged.put((index, word[::-1]))

threads = [threading.Thread(target=worker, args=(inbox,)) for inbox in inboxes]
for t in threads:
    t.start()
for index, word in enumerate("one two three four five".split()):
    inboxes[index % 3].put((index, word))
for inbox in inboxes:
    inbox.put(None)
for t in threads:
    t.join()
while not merged.empty():
    print("%d %s" % merged.get())

# stdout:
#| 0 eno
#| 1 owt
#| 2 eerht
#| 3 ruof
#| 4 evif
