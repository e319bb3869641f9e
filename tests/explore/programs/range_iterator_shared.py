import threading

c = iter(range(3))


def work():
    next(c)


t = threading.Thread(target=work)
t.start()
print(next(c))
t.join()
