import threading

n = 0


def work():
    global n
    n = 5


t = threading.Thread(target=work)
t.start()
print((m := n) == m, n)
t.join()
