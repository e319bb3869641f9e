import threading

class Field:
    def __get__(self, owner, kind):
        return owner.hidden

    def __set__(self, owner, value):
        owner.hidden = value


class Box:
    x = Field()


box = Box()
box.x = 1


def work():
    box.x = 2


t = threading.Thread(target=work)
t.start()
print(box.x)
t.join()
