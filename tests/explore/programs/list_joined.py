import threading

x = ["a"]


def work():
    x.append("b")


t = threading.Thread(target=work)
t.start()
print("".join(x))
t.join()
