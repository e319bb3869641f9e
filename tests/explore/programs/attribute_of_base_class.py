import threading

class Base:
    x = 1


class Box(Base):
    pass


box = Box()


def work():
    Base.x = 2


t = threading.Thread(target=work)
t.start()
print(box.x)
t.join()
