# A _thread thread isn't waited for.
import _thread
import time

def worker():
    print("started")
    time.sleep(20)
    print("never")

_thread.start_new_thread(worker, ())
time.sleep(0.1)
print("main ends")

# stdout:
#| started
#| main ends
