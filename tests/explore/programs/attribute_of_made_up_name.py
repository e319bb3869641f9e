# Names that the program does not spell out have no fixed number.
import threading


class Plain:
    pass


plain = Plain()
flag = []
lock = threading.Lock()
found = []


def one():
    with lock:
        flag.append(1)


def two():
    with lock:
        setattr(plain, ("a" if flag else "b") + "x", 1)


def three():
    if not vars(plain):
        setattr(plain, "c" + "x", 1)
        found.append(getattr(plain, "c" + "x"))


threads = [threading.Thread(target=f) for f in (one, two, three)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(vars(plain)), found)
