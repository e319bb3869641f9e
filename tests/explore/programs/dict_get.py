import threading

x = {}


def work():
    x["a"] = 1


t = threading.Thread(target=work)
t.start()
print(x.get("a"))
t.join()
