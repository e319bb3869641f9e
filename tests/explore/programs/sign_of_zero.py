# States that differ in the sign of a zero alone.
import math
import threading

lock = threading.Lock()
zero = [0.0]


def negative():
    with lock:
        zero[0] = -0.0


def positive():
    with lock:
        zero[0] = 0.0


threads = [threading.Thread(target=f) for f in (negative, positive)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with lock:
    print(math.copysign(1, zero[0]))
