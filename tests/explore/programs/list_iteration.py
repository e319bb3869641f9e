import threading

items = [1, 2]


def work():
    items.append(3)


t = threading.Thread(target=work)
t.start()
total = 0
for item in items:
    total += item
t.join()
print(total)
