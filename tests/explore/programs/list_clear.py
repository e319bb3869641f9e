import threading

x = [2, 1]


def work():
    x.clear()


t = threading.Thread(target=work)
t.start()
print(*x)
t.join()
