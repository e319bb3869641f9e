import threading

items = [1]


def work():
    if items:
        items.pop()


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(items)
