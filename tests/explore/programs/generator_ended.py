import threading

def numbers():
    yield 1
    yield 2


g = numbers()


def work():
    g.close()


t = threading.Thread(target=work)
t.start()
print(next(g, None))
t.join()
