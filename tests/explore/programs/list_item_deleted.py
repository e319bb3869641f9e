import threading

x = [2, 1]


def work():
    del x[0]


t = threading.Thread(target=work)
t.start()
print(x[0])
t.join()
