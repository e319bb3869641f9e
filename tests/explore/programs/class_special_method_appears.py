import threading

class Box:
    pass


box = Box()


def work():
    Box.__len__ = lambda self: 0


t = threading.Thread(target=work)
t.start()
print(bool(box))
t.join()
