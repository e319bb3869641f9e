import threading

x = [1, 2]


def work():
    x[0] = 3


t = threading.Thread(target=work)
t.start()
print(max(*x))
t.join()
