import threading

class A:
    x = 1


class B:
    x = 2


box = A()


def work():
    box.__class__ = B


t = threading.Thread(target=work)
t.start()
print(box.x, type(box).__name__)
t.join()
