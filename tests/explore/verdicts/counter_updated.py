# `update` of a Counter is Python in CPython: there are interleavings that are not looked at here.
import threading
from collections import Counter

counter = Counter(a=0)


def work():
    counter.update({"a": 1})


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter["a"])
