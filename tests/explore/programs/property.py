import threading

class Box:
    def __init__(self):
        self.x = 1

    @property
    def twice(self):
        return self.x + self.x


box = Box()


def work():
    box.x = 2


t = threading.Thread(target=work)
t.start()
print(box.twice)
t.join()
