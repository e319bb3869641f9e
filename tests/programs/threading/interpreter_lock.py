# One list shared by threads: append is atomic, so nothing is lost.
import threading

items = []

def add(start):
    for n in range(start, start + 1000):
        items.append(n)

threads = [threading.Thread(target=add, args=(k * 1000,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items), sorted(items) == list(range(4000)))  # expect: 4000 True
