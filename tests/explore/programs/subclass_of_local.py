import threading

class Own(threading.local):
    x = 1


own = Own()


def work():
    own.x = 2


t = threading.Thread(target=work)
t.start()
own.x = 3
print(own.x)
t.join()
