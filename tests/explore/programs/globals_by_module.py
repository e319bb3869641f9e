import sys
import threading

counter = 0
here = sys.modules[__name__]


def by_module():
    here.counter += 1


def plain():
    global counter
    counter += 1


a = threading.Thread(target=by_module)
b = threading.Thread(target=plain)
a.start()
b.start()
a.join()
b.join()
print(counter)
