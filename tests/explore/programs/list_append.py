import threading

items = []


def work(x):
    items.append(x)


a = threading.Thread(target=work, args=(1,))
b = threading.Thread(target=work, args=(2,))
a.start()
b.start()
a.join()
b.join()
print(items)
