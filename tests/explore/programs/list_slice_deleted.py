import threading

x = [2, 1]


def work():
    del x[:]


t = threading.Thread(target=work)
t.start()
print(bool(x))
t.join()
