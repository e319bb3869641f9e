import threading

class Box:
    n = 0


box = Box()


def work():
    box.n += 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(box.n)
