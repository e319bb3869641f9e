import threading

n = 1


def work():
    global n
    n = 5


t = threading.Thread(target=work)
t.start()
print(0 < n < 3)
t.join()
