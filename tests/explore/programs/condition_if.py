import threading

items = []
condition = threading.Condition()


def take():
    with condition:
        if not items:
            condition.wait()
        items.pop()


a = threading.Thread(target=take, daemon=True)
a.start()
with condition:
    items.append(1)
    condition.notify()
with condition:
    if items:
        items.pop()
a.join()
print(items)
