# acquire(blocking=False) as a run-once gate.
import threading

gate = threading.Lock()
winners = []

def try_once(n):
    if gate.acquire(blocking=False):
        winners.append(n)

threads = [threading.Thread(target=try_once, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(winners))  # expect: 1
