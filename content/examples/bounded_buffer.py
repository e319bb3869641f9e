import threading

SIZE = 2
buffer = []
condition = threading.Condition()


def produce():
    for i in range(4):
        with condition:
            while len(buffer) == SIZE:
                condition.wait()
            buffer.append(i)
            condition.notify()


def consume():
    for _ in range(4):
        with condition:
            while not buffer:
                condition.wait()
            print(buffer.pop(0))
            condition.notify()


threads = [threading.Thread(target=f) for f in (produce, consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
