import threading

n = 0


def work():
    global n
    n = n + 2


t = threading.Thread(target=work)
t.start()
n = n * 3 + 1
t.join()
print(n)
