import threading

x = [[1]]


def work():
    x[0].append(0)


t = threading.Thread(target=work)
t.start()
print(x)
t.join()
