import threading

d = {}


def work(x):
    if "k" not in d:
        d["k"] = x


a = threading.Thread(target=work, args=(1,))
b = threading.Thread(target=work, args=(2,))
a.start()
b.start()
a.join()
b.join()
print(d)
