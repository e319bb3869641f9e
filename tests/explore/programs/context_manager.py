import contextlib
import threading

@contextlib.contextmanager
def box():
    x.append(1)
    yield len(x)
    x.pop()


x = []


def work():
    with box() as n:
        pass


t = threading.Thread(target=work)
t.start()
with box() as n:
    print(n)
t.join()
