# The loop variable seen from threads: a lambda sees the last value, args= keeps each one.
import threading

results = []
gate = threading.Event()

def when_open(function):
    gate.wait()
    results.append(function())

late = []
for i in range(3):
    late.append(threading.Thread(target=when_open, args=(lambda: i,)))
for t in late:
    t.start()
gate.set()
for t in late:
    t.join()
print(results)  # expect: [2, 2, 2]
results.clear()
early = [threading.Thread(target=results.append, args=(i,)) for i in range(3)]
for t in early:
    t.start()
    t.join()
print(results)  # expect: [0, 1, 2]
kept = [threading.Thread(target=when_open, args=(lambda n=n: n * 10,)) for n in range(3)]
for t in kept:
    t.start()
    t.join()
print(results)  # expect: [0, 1, 2, 0, 10, 20]
