# Phases: nobody begins phase n + 1 before all have ended phase n.
import threading

barrier = threading.Barrier(3)
log = []

def runner(n):
    for phase in range(3):
        log.append(phase)
        barrier.wait()

threads = [threading.Thread(target=runner, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)  # expect: [0, 0, 0, 1, 1, 1, 2, 2, 2]
