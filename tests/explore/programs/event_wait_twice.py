import threading

e = threading.Event()


def work():
    e.wait()
    print("a")


t = threading.Thread(target=work)
t.start()
e.set()
e.clear()
e.set()
t.join()
