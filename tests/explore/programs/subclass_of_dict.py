import threading

class Items(dict):
    pass


x = Items(a=1)


def work():
    x["a"] = 2


t = threading.Thread(target=work)
t.start()
print(x["a"])
t.join()
