# since 3.9
import functools
import threading

calls = []


@functools.cache
def f(x):
    calls.append(x)
    return x


def work():
    f(1)


t = threading.Thread(target=work)
t.start()
f(1)
t.join()
print(len(calls))
