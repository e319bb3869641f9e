# The name of the attribute is made by the access itself: before it nobody knows it.
import threading


class Plain:
    pass


plain = Plain()


def work():
    setattr(plain, "c" + "x", 1)


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(vars(plain))
