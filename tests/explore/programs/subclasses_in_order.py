# A class lists those made of it in the order of their making.
import threading


class Plugin:
    pass


def first():
    class First(Plugin):
        pass

    kept.append(First)


def second():
    class Second(Plugin):
        pass

    kept.append(Second)
    seen.append(len(Plugin.__subclasses__()))


kept, seen = [], []
threads = [threading.Thread(target=f) for f in (first, second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([c.__name__ for c in Plugin.__subclasses__()], seen)
