import threading

condition = threading.Condition()
ready = False


def wake():
    global ready
    with condition:
        ready = True
        condition.notify()


t = threading.Thread(target=wake)
t.start()
if not ready:
    print("not yet")
t.join()
