import threading

x = {"a": 1}


def work():
    x["a"] = 2


t = threading.Thread(target=work)
t.start()
print(list(x.items()))
t.join()
