import threading

def f(x=[]):
    return len(x)


def work():
    f.__defaults__ = ([1],)


t = threading.Thread(target=work)
t.start()
print(f())
t.join()
