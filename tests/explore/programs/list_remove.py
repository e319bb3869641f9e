import threading

x = [1, 2]


def work():
    x.remove(1)


t = threading.Thread(target=work)
t.start()
print(x[0])
t.join()
