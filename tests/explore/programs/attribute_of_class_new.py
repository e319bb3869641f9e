import threading

class Box:
    pass


box = Box()


def work():
    Box.x = 2


t = threading.Thread(target=work)
t.start()
print(hasattr(box, "x"))
t.join()
