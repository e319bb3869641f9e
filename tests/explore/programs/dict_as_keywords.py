import threading

x = {"sep": "-"}


def work():
    x["sep"] = "+"


t = threading.Thread(target=work)
t.start()
print(1, 2, **x)
t.join()
