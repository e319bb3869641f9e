import threading

x = ([1],)


def work():
    x[0][0] = 2


t = threading.Thread(target=work)
t.start()
print(x)
t.join()
