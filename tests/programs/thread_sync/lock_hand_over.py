# Who waits for a lock gets it when it is released; the order of work is by sleeps.
import threading
import time

lock = threading.Lock()

def worker(name, arrive, work):
    time.sleep(arrive)
    print(name, "wants the lock")
    with lock:
        print(name, "works")
        time.sleep(work)
    print(name, "is done")

threads = [threading.Thread(target=worker, args=args) for args in (("A", 0, 0.3), ("B", 0.1, 0.2), ("C", 0.4, 0.1))]
for t in threads:
    t.start()
for t in threads:
    t.join()

# stdout:
#| A wants the lock
#| A works
#| B wants the lock
#| A is done
#| B works
#| C wants the lock
#| B is done
#| C works
#| C is done
