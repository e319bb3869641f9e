import threading

total = 0


class Box:
    def __init__(self):
        self.content = 1


def work():
    global total
    total += 1
    box = Box()
    box.content += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
