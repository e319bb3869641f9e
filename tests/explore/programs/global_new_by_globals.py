import threading

n = 1


def work():
    globals()["new"] = 2


t = threading.Thread(target=work)
t.start()
print("new" in globals())
t.join()
