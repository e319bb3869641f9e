import threading

x = {1}


def work():
    global x
    x |= {2}


t = threading.Thread(target=work)
t.start()
print(x)
t.join()
