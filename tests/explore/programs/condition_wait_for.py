import threading

c = threading.Condition()
n = 0


def work():
    global n
    with c:
        n = 1
        c.notify()


t = threading.Thread(target=work)
t.start()
with c:
    print(c.wait_for(lambda: n == 1))
t.join()
