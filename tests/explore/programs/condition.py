import threading

ready = False
condition = threading.Condition()


def work():
    global ready
    with condition:
        ready = True
        condition.notify()


t = threading.Thread(target=work)
t.start()
with condition:
    while not ready:
        condition.wait()
print("ready")
