import threading

e = threading.Event()
e.set()


def work():
    e.clear()


t = threading.Thread(target=work)
t.start()
print(e.wait(0))
t.join()
