import threading

items = [1]


def take():
    if items:
        items.pop()


threads = [threading.Thread(target=take) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("end")
