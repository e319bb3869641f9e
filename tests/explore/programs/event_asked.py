import threading

e = threading.Event()


def work():
    e.set()


t = threading.Thread(target=work)
t.start()
print(e.is_set())
t.join()
