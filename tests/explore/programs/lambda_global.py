import threading

n = 0
f = lambda: n


def work():
    global n
    n = 5


t = threading.Thread(target=work)
t.start()
print(f() + f())
t.join()
