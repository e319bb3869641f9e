import threading

barrier = threading.Barrier(2)


def work(name):
    print(name, "before")
    barrier.wait()
    print(name, "after")


threads = [threading.Thread(target=work, args=(n,)) for n in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
