import threading

class Box:
    def __init__(self):
        self.x = 1

    def __getitem__(self, i):
        return self.x

    def __setitem__(self, i, value):
        self.x = value


box = Box()


def work():
    box[0] = 2


t = threading.Thread(target=work)
t.start()
print(box[0])
t.join()
