import threading

class Box:
    __slots__ = ["x"]


box = Box()
box.x = 1


def work():
    box.x = 2


t = threading.Thread(target=work)
t.start()
print(box.x)
t.join()
