import threading

def numbers():
    yield 1
    yield 2


g = numbers()


def work():
    for i in g:
        pass


t = threading.Thread(target=work)
t.start()
for i in g:
    print(i)
t.join()
