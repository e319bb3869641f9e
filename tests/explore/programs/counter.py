import threading
from collections import Counter

x = Counter()


def work():
    x["a"] += 1


t = threading.Thread(target=work)
t.start()
x["a"] += 1
print(x["a"])
t.join()
