import threading

condition = threading.Condition()


def work():
    with condition:
        condition.notify()


t = threading.Thread(target=work)
t.start()
with condition:
    condition.wait()
print("woken")
