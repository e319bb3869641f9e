# A pool of connections: a semaphore counts, a lock guards the list.
import threading
import time
from contextlib import contextmanager

class Pool:
    def __init__(self, size):
        self.free = [f"conn-{n}" for n in range(size)]
        self.lock = threading.Lock()
        self.slots = threading.BoundedSemaphore(size)

    @contextmanager
    def connection(self):
        with self.slots:
            with self.lock:
                taken = self.free.pop()
            try:
                yield taken
            finally:
                with self.lock:
                    self.free.append(taken)

pool = Pool(2)
used = []

def query(n):
    with pool.connection() as connection:
        used.append(connection)
        time.sleep(0.05)

threads = [threading.Thread(target=query, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(used), sorted(set(used)), sorted(pool.free))  # expect: 5 ['conn-0', 'conn-1'] ['conn-0', 'conn-1']
