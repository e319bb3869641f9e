import threading

shared = []


def put(items, item):
    items.append(item)


def work(name):
    for _ in range(5):
        put([], name)
    put(shared, name)
    put([], name)


threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*shared)
