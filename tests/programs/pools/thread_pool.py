# multiprocessing.pool.ThreadPool and multiprocessing.dummy: the pool's interface with threads.
from multiprocessing.pool import ThreadPool
from multiprocessing.dummy import Pool as DummyPool
import multiprocessing.dummy
import threading
import time

calls = []

def work(n):
    calls.append(n)
    return n * 10

with ThreadPool(processes=3) as pool:
    print(pool.map(work, range(4)))
    print(pool.apply_async(lambda: "lambdas are fine").get())
    print(sorted(pool.imap_unordered(work, [7, 8])))
print(sorted(calls))
pool = DummyPool(2)
print(pool.starmap(max, [(1, 2), (4, 3)]))
pool.close()
pool.join()
start = time.time()
with ThreadPool(4) as pool:
    pool.map(time.sleep, [0.2] * 4)
print(f"{time.time() - start:.1f}")
p = multiprocessing.dummy.Process(target=print, args=("a thread in disguise",))
p.start()
p.join()

# stdout:
#| [0, 10, 20, 30]
#| lambdas are fine
#| [70, 80]
#| [0, 1, 2, 3, 7, 8]
#| [2, 4]
#| 0.2
#| a thread in disguise
