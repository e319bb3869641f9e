import threading

x = [2, 1]


def work():
    x.sort()


t = threading.Thread(target=work)
t.start()
print(x[0])
t.join()
