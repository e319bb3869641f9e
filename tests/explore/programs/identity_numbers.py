# not compared with CPython: ids are serial numbers here
import threading

a, b = [], []


def work():
    id(a)


t = threading.Thread(target=work)
t.start()
print(id(b) > id(a))
t.join()
