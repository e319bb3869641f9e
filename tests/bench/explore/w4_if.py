import threading

condition = threading.Condition()
count = 0


def producer():
    global count
    for _ in range(2):
        with condition:
            if count == 1:
                condition.wait()
            count += 1
            assert count <= 1
            condition.notify_all()


def consumer():
    global count
    for _ in range(2):
        with condition:
            if count == 0:
                condition.wait()
            assert count > 0
            count -= 1
            condition.notify_all()


threads = [threading.Thread(target=f) for f in (producer, producer, consumer, consumer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
