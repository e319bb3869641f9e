import threading
from collections import deque

x = deque()


def work():
    x.append(1)


t = threading.Thread(target=work)
t.start()
print(len(x))
t.join()
