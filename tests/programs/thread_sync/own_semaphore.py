# A counting semaphore built from a condition, used as a context manager.
import threading

class Semaphore:
    def __init__(self, value):
        self._value = value
        self._condition = threading.Condition(threading.Lock())

    def acquire(self):
        with self._condition:
            while self._value == 0:
                self._condition.wait()
            self._value -= 1

    def release(self):
        with self._condition:
            self._value += 1
            self._condition.notify()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *info):
        self.release()

limit, inside, most = Semaphore(3), [], []
meet = threading.Barrier(3)

def worker(n):
    with limit:
        inside.append(n)
        most.append(len(inside))
        meet.wait()
        inside.remove(n)

threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(max(most), inside, limit._value)  # expect: 3 [] 3
