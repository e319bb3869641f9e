import threading

x = {"a": 1}


def work():
    x.clear()


t = threading.Thread(target=work)
t.start()
print(bool(x))
t.join()
