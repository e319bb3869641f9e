import threading

condition = threading.Condition()


def work():
    with condition:
        condition.notify()


t = threading.Thread(target=work)
t.start()
with condition:
    print(condition.wait(timeout=1))
t.join()
