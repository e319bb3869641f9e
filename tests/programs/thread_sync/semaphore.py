# Semaphore: at most two workers inside; non-blocking and timed acquire; release(n).
import threading
import time

limit = threading.Semaphore(2)
guard = threading.Lock()
inside = most = 0

def worker():
    global inside, most
    with limit:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.05)
        with guard:
            inside -= 1

threads = [threading.Thread(target=worker) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("most inside:", most)  # expect: most inside: 2
empty = threading.Semaphore(value=0)
print(empty.acquire(blocking=False), empty.acquire(timeout=0.05))  # expect: False False
empty.release(2)
print(empty.acquire(), empty.acquire(), empty.acquire(False))  # expect: True True False
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)  # expect: semaphore initial value must be >= 0
try:
    empty.acquire(False, timeout=1)
except ValueError as error:
    print(error)  # expect: can't specify timeout for non-blocking acquire
try:
    empty.release(0)
except ValueError as error:
    print(error)  # expect: n must be one or more
