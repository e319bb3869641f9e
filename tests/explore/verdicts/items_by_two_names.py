import threading

last = [0, 0]
one = {1: 0}


def by_end():
    last[-1] += 1
    one[True] += 1


def by_number():
    last[1] += 1
    one[1.0] += 1


threads = [threading.Thread(target=f) for f in (by_end, by_number)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
