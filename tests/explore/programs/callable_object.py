# An object with __call__ is called through C, and so is a class: behind the call CPython can switch.
import threading

counter = 0


class Counter:
    def __call__(self):
        return counter


class Snapshot:
    def __init__(self):
        self.value = counter


now = Counter()


def work():
    global counter
    counter = now() + 1
    counter = Snapshot().value + 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
