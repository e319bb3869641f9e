import threading

c = threading.Condition()


def work():
    with c:
        c.wait()


t = threading.Thread(target=work)
t.start()
print("waiters" in repr(c), repr(c)[-2:])
with c:
    c.notify()
t.join()
