import threading
c = threading.Condition()
d = threading.Condition()
ready = False
def setter():
    global ready
    with c:
        ready = True
        c.notify_all()
def inner():
    with d:
        d.wait(timeout=1)
    return ready
t = threading.Thread(target=setter)
t.start()
with c:
    print(c.wait_for(inner, timeout=5))
t.join()
