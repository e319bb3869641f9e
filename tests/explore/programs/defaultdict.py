import threading
from collections import defaultdict

x = defaultdict(list)


def work():
    x["a"].append(1)


t = threading.Thread(target=work)
t.start()
x["a"].append(2)
print(len(x["a"]))
t.join()
