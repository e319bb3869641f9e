import threading

x = [2, 1]


def work():
    x[:] = []


t = threading.Thread(target=work)
t.start()
print(x[:1])
t.join()
