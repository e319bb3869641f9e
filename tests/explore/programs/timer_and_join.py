import threading

x = 0


def work():
    global x
    x += 1


t = threading.Timer(0.5, work)
t.start()
x += 1
t.join()
print(x)
