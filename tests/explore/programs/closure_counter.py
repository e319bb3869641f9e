import threading

def counter():
    n = 0

    def bump():
        nonlocal n
        n += 1
        return n

    return bump


bump = counter()
a = threading.Thread(target=bump)
b = threading.Thread(target=bump)
a.start()
b.start()
a.join()
b.join()
print(bump())
