import threading

c = enumerate("abc")


def work():
    next(c)


t = threading.Thread(target=work)
t.start()
print(next(c))
t.join()
