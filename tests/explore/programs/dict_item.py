import threading

d = {"n": 0}


def work():
    d["n"] += 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(d)
