import threading

class Box:
    def get(self):
        return 1


box = Box()


def work():
    Box.get = lambda self: 2


t = threading.Thread(target=work)
t.start()
print(box.get())
t.join()
