import threading

d = {}


def work(k):
    d[k] = [*d]


a = threading.Thread(target=work, args=("a",))
b = threading.Thread(target=work, args=("b",))
a.start()
b.start()
a.join()
b.join()
print(d)
