import threading

d = {"k": 1}


def work():
    d.clear()


t = threading.Thread(target=work)
t.start()
print(d["k"])
t.join()
