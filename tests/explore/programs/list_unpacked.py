import threading

x = [1, 2]


def work():
    x[0] = 3


t = threading.Thread(target=work)
t.start()
a, b = x
print(a)
t.join()
