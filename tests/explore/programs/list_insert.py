import threading

x = [1]


def work():
    x.insert(0, 2)


t = threading.Thread(target=work)
t.start()
print(x[0])
t.join()
