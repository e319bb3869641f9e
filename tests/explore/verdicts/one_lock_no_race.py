import threading


class Box:
    content = 0


box = Box()
box.items = {"a": 0}
lock = threading.Lock()


def work():
    with lock:
        box.items["a"] += 1
        box.content += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
