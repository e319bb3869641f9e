import threading

x = [1]
y = [1]


def work():
    y[0] = 2


t = threading.Thread(target=work)
t.start()
print(x == y)
t.join()
