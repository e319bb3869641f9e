import threading

def f():
    return "old"


def work():
    global f
    f = lambda: "new"


t = threading.Thread(target=work)
t.start()
print(f())
t.join()
