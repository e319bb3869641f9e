import threading

ready = False
condition = threading.Condition()


def wait():
    if not ready:
        with condition:
            condition.wait()
    print("woken")


def wake():
    global ready
    with condition:
        ready = True
        condition.notify()


threads = [threading.Thread(target=f) for f in (wait, wake)]
for t in threads:
    t.start()
for t in threads:
    t.join()
