import threading

class Box:
    pass


box = Box()
box.x = 1


def work():
    box.__dict__["x"] = 2


t = threading.Thread(target=work)
t.start()
print(box.x)
t.join()
