import threading
import time

seats = threading.Semaphore(2)


def visit(n):
    with seats:
        print(n, "sits")
        time.sleep(0.01)
        print(n, "leaves")


threads = [threading.Thread(target=visit, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
