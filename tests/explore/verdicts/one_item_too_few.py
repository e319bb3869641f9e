# Two want the one item: whoever comes too late waits for ever, and no wakeup is missing.
import threading

condition = threading.Condition()
items = []


def put():
    with condition:
        items.append(1)
        condition.notify_all()


def take():
    with condition:
        while not items:
            condition.wait()
        items.pop()
        condition.notify_all()


threads = [threading.Thread(target=f) for f in (take, take, put)]
for t in threads:
    t.start()
for t in threads:
    t.join()
