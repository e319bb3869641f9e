# The flag is looked at outside of the condition: between the look and the wait the only wakeup can get lost.
import threading

condition = threading.Condition()
ready = False


def waiter():
    if not ready:
        with condition:
            condition.wait()
    print("go")


def setter():
    global ready
    ready = True
    with condition:
        condition.notify()


threads = [threading.Thread(target=f) for f in (waiter, setter)]
for t in threads:
    t.start()
for t in threads:
    t.join()
