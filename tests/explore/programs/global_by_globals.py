import threading

n = 1


def work():
    globals()["n"] = 2


t = threading.Thread(target=work)
t.start()
print(n)
t.join()
