import threading

class Box:
    pass


box = Box()
box.x = 1


def work():
    box.y = 2


t = threading.Thread(target=work)
t.start()
print(len(vars(box)))
t.join()
