# Sleep sort: five threads that sleep for clearly different times finish in the order of their numbers.
import threading
import time

def worker(n):
    time.sleep(n * 0.1)
    print("worker", n, "done")

start = time.perf_counter()
threads = [threading.Thread(target=worker, args=(n,)) for n in (3, 1, 5, 2, 4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
took = time.perf_counter() - start
print("together about", round(took, 1), "s")

# stdout:
#| worker 1 done
#| worker 2 done
#| worker 3 done
#| worker 4 done
#| worker 5 done
#| together about 0.5 s
