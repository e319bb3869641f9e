import itertools
import threading

c = itertools.cycle("ab")


def work():
    next(c)


t = threading.Thread(target=work)
t.start()
print(next(c))
t.join()
