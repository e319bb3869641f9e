import threading

n = 1


def work():
    global n
    n = 2


t = threading.Thread(target=work)
t.start()
t.join(1)
print(n)
