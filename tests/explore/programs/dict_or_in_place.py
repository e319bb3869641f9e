import threading

x = {}


def work():
    global x
    x |= {"a": 1}


t = threading.Thread(target=work)
t.start()
print(x)
t.join()
