import threading

condition = threading.Condition()


def wait():
    with condition:
        condition.wait()
    print("woken")


t = threading.Thread(target=wait)
t.start()
with condition:
    condition.notify()
t.join()
