import threading
from collections import deque

x = deque([1, 2])


def work():
    x.popleft()


t = threading.Thread(target=work)
t.start()
print(x.popleft())
t.join()
