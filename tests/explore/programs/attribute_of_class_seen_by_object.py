import threading

class Box:
    x = 1


box = Box()


def work():
    Box.x = 2


t = threading.Thread(target=work)
t.start()
print(box.x)
t.join()
