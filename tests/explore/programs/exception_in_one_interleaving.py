import threading

box = [1]


def work():
    if box:
        print(box.pop())


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
