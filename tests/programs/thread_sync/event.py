# Event: wait with and without a timeout, set, clear, is_set; several waiters are all released.
import threading

event = threading.Event()
print(event.is_set(), event.wait(0.05))  # expect: False False
passed = []

def waiter(n):
    passed.append((n, event.wait()))

threads = [threading.Thread(target=waiter, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
print(passed)  # expect: []
event.set()
for t in threads:
    t.join()
print(sorted(passed))  # expect: [(0, True), (1, True), (2, True)]
print(event.is_set(), event.wait(), event.wait(timeout=1))  # expect: True True True
event.clear()
print(event.is_set(), event.wait(timeout=0.01))  # expect: False False
