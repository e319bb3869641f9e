import threading

x = {"a": 1}


def work():
    x["b"] = 2


t = threading.Thread(target=work)
t.start()
print(x.popitem())
t.join()
