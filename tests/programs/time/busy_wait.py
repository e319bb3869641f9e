# Computing as plain Python: a loop on the thread's own clock. Two of them share the GIL, a sleep beside it does not.
import threading
import time

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def timed(*functions):
    start = time.process_time()
    threads = [threading.Thread(target=f, args=(0.2,)) for f in functions]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return round(time.process_time() - start, 1)

print(timed(compute, compute))
print(timed(time.sleep, time.sleep))
print(timed(compute, time.sleep))

# stdout:
#| 0.4
#| 0.0
#| 0.2
