import threading

n = 0


def get():
    return n


def put(x):
    global n
    n = x


def work():
    put(get() + 1)


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(n)
