import threading

class Box:
    pass


box = Box()
box.x = 1


def work():
    delattr(box, "x")


t = threading.Thread(target=work)
t.start()
print(hasattr(box, "x"))
t.join()
