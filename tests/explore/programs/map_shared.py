import threading

c = map(str, [1, 2, 3])


def work():
    next(c)


t = threading.Thread(target=work)
t.start()
print(next(c))
t.join()
