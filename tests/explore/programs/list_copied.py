import threading

x = [1]


def work():
    x[0] = 2


t = threading.Thread(target=work)
t.start()
y = x.copy()
z = list(x)
print(y + z)
t.join()
