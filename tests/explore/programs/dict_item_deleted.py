import threading

x = {"a": 1}


def work():
    del x["a"]


t = threading.Thread(target=work)
t.start()
print("a" in x)
t.join()
