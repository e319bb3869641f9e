import threading

condition = threading.Condition()
ready = False


def work():
    with condition:
        print(condition.wait_for(lambda: ready, timeout=1))


t = threading.Thread(target=work)
t.start()
with condition:
    ready = True
    condition.notify()
t.join()
