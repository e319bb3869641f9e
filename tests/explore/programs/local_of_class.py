import threading

class Own(threading.local):
    x = 1


own = Own()


def work():
    Own.x = 2


t = threading.Thread(target=work)
t.start()
print(own.x)
t.join()
