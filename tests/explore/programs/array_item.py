import threading
from array import array

x = array("i", [1])


def work():
    x[0] = 2


t = threading.Thread(target=work)
t.start()
print(x[0])
t.join()
