import threading

x = {"a": 1}
keys = x.keys()


def work():
    x["b"] = 1


t = threading.Thread(target=work)
t.start()
print("b" in keys, len(keys))
t.join()
