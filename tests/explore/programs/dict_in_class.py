import threading

class Box:
    table = {}


box = Box()


def work():
    box.table["a"] = 1


t = threading.Thread(target=work)
t.start()
print(len(Box.table))
t.join()
