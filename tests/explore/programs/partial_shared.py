import functools
import threading

x = []
f = functools.partial(x.append)


def work():
    f(1)


t = threading.Thread(target=work)
t.start()
f(2)
print(x[0])
t.join()
