# In which order attributes were made shows to whoever looks at all of them, also when nobody else is there any more.
import threading


class Box:
    pass


box = Box()


def first():
    box.a = 1


def second():
    box.b = 1


threads = [threading.Thread(target=f) for f in (first, second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(vars(box))
