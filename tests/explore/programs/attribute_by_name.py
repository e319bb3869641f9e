import threading

class Box:
    pass


box = Box()
box.x = 1


def work():
    setattr(box, "x", 2)


t = threading.Thread(target=work)
t.start()
print(getattr(box, "x"))
t.join()
