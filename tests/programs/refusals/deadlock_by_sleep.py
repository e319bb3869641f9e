# The same deadlock forced with sleeps; the main thread waits in join.
# only: lockstep
# exit: 3
# stderr-has: first
# stderr-has: second
# stderr-has: MainThread
import threading
import time

a, b = threading.Lock(), threading.Lock()

def forward():
    with a:
        time.sleep(0.1)
        b.acquire()

def backward():
    with b:
        time.sleep(0.1)
        a.acquire()

threads = [threading.Thread(target=forward, name="first"), threading.Thread(target=backward, name="second")]
for t in threads:
    t.start()
for t in threads:
    t.join()
