import threading

class Box:
    pass


box = Box()
box.x = 1


def work():
    del box.x


t = threading.Thread(target=work)
t.start()
try:
    print(box.x)
except AttributeError:
    print("gone")
t.join()
