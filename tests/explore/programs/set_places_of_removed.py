# Where an element goes depends on what was removed before.
import threading

found = {8, 0}


def work(x):
    found.discard(x)
    found.add(x)


threads = [threading.Thread(target=work, args=(x,)) for x in (8, 0)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
