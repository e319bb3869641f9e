import threading

class Box:
    n = 0

    def more(self):
        self.n += 1


box = Box()
more = box.more


def work():
    more()


t = threading.Thread(target=work)
t.start()
more()
t.join()
print(box.n)
