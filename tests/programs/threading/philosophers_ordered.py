# Philosophers ordered.
import threading
class Philosopher(threading.Thread):
    def __init__(self, i, left, right, log):
        super().__init__(name=f"P{i}")
        self.first, self.second = sorted((left, right), key=id)
        self.log = log
    def run(self):
        for _ in range(3):
            with self.first:
                with self.second:
                    self.log.append(self.name)
forks = [threading.Lock() for _ in range(5)]
log = []
ps = [Philosopher(i, forks[i], forks[(i + 1) % 5], log) for i in range(5)]
for p in ps: p.start()
for p in ps: p.join()
print(len(log), sorted(set(log)), any(f.locked() for f in forks))

# stdout:
#| 15 ['P0', 'P1', 'P2', 'P3', 'P4'] False
