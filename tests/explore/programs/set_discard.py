import threading

x = {1}


def work():
    x.discard(1)


t = threading.Thread(target=work)
t.start()
print(len(x))
t.join()
