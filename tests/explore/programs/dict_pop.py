import threading

x = {"a": 1}


def work():
    x.pop("a")


t = threading.Thread(target=work)
t.start()
print(len(x))
t.join()
