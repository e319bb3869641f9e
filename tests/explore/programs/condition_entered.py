# CPython can hand over the GIL when a method of the library is entered: before `with condition` takes its lock.
import threading

condition = threading.Condition()
ready = seen = 0


def setter():
    global ready, seen
    ready = 1
    with condition:
        seen = 1


def waiter():
    then = ready
    with condition:
        print(then, seen)


threads = [threading.Thread(target=f) for f in (setter, waiter)]
for t in threads:
    t.start()
for t in threads:
    t.join()
