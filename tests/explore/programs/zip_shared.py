import threading

c = zip("abc", "xyz")


def work():
    next(c)


t = threading.Thread(target=work)
t.start()
print(next(c))
t.join()
