import threading

a, b = 1, 2


def work():
    global a, b
    a, b = b, a


t = threading.Thread(target=work)
t.start()
x, y = a, b
t.join()
print(x, y)
