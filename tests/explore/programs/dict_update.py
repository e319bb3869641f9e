import threading

x = {}


def work():
    x.update(a=1)


t = threading.Thread(target=work)
t.start()
print(list(x))
t.join()
