import threading
c = threading.Condition(); items = []
def cons():
    for _ in range(2):
        with c:
            while not items: c.wait()
            items.pop()
t = threading.Thread(target=cons); t.start()
with c:
    items.append(1)
    c.notify()
t.join()
