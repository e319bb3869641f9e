import threading

def numbers():
    x = yield 1
    print(x)
    yield 2


g = numbers()
next(g)


def work():
    g.send("a")


t = threading.Thread(target=work)
t.start()
g.send("b")
t.join()
