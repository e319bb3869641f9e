import functools
import threading

calls = []


class Box:
    @functools.cached_property
    def x(self):
        calls.append(1)
        return 1


box = Box()


def work():
    box.x


t = threading.Thread(target=work)
t.start()
box.x
t.join()
print(len(calls))
