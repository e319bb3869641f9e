import threading

class Box:
    pass


box = Box()


def work():
    box.late = 1


t = threading.Thread(target=work)
t.start()
print(hasattr(box, "late"))
t.join()
