# Waiting by looking again and again works, costs time, and needs no lock for one flag.
import threading
import time

ready = False
value = None

def producer():
    global ready, value
    time.sleep(0.1)
    value = 42
    ready = True

t = threading.Thread(target=producer)
t.start()
while not ready:
    time.sleep(0.01)
print("value is", value)  # expect: value is 42
t.join()
