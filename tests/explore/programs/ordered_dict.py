import threading
from collections import OrderedDict

x = OrderedDict(a=1, b=2)


def work():
    x.move_to_end("a")


t = threading.Thread(target=work)
t.start()
print(list(x))
t.join()
