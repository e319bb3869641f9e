# A cache shared by threads: computed once per key, others wait for the first.
import threading
import time

class Cache:
    def __init__(self, load):
        self.load, self.lock, self.entries, self.loads = load, threading.Lock(), {}, 0

    def get(self, key):
        with self.lock:
            entry = self.entries.get(key)
            if first := entry is None:
                entry = self.entries[key] = {"ready": threading.Event(), "value": None}
                self.loads += 1
        if first:
            entry["value"] = self.load(key)
            entry["ready"].set()
        entry["ready"].wait()
        return entry["value"]

def slow_square(n):
    time.sleep(0.1)
    return n * n

cache, results = Cache(slow_square), []
threads = [threading.Thread(target=lambda k=k: results.append((k, cache.get(k)))) for k in (2, 3, 2, 3, 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), cache.loads)  # expect: [(2, 4), (2, 4), (2, 4), (3, 9), (3, 9)] 2
