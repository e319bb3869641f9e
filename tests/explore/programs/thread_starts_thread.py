import threading

n = 0


def inner():
    global n
    n += 1


def work():
    t = threading.Thread(target=inner)
    t.start()
    print(n)


t = threading.Thread(target=work)
t.start()
t.join()
