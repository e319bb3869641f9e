# Barrier: all wait for all; wait gives each a different index; one runs the action.
import threading

phases = []
barrier = threading.Barrier(3, action=lambda: phases.append("all here"))
indexes = []
lock = threading.Lock()

def worker():
    index = barrier.wait()
    with lock:
        indexes.append(index)
    barrier.wait()

threads = [threading.Thread(target=worker) for _ in range(3)]
print(barrier.parties, barrier.n_waiting, barrier.broken)  # expect: 3 0 False
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(indexes), phases)  # expect: [0, 1, 2] ['all here', 'all here']
print(barrier.n_waiting, barrier.broken)  # expect: 0 False
try:
    threading.Barrier(0)
except ValueError as error:
    print(error)  # expect: parties must be > 0
