# A counter protected by a lock: four threads with a call in between lose nothing.
import threading

class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self):
        with self.lock:
            seen = abs(self.value)
            self.value = seen + 1

counter = Counter()

def work():
    for _ in range(2000):
        counter.increment()

threads = [threading.Thread(target=work) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(counter.value)  # expect: 8000
