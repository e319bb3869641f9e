import threading
from collections import deque

x = deque([1, 2])


def work():
    x.rotate(1)


t = threading.Thread(target=work)
t.start()
print(list(x))
t.join()
