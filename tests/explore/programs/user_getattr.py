import threading

class Box:
    def __getattr__(self, name):
        return self.__dict__.get("_" + name)


box = Box()


def work():
    box._x = 2


t = threading.Thread(target=work)
t.start()
print(box.x)
t.join()
