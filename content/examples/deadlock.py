import threading

a = threading.Lock()
b = threading.Lock()


def first():
    with a:
        with b:
            print("first")


def second():
    with b:
        with a:
            print("second")


threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
