# Order at the end: main ends, threads are joined, then atexit functions, last registered first.
import atexit
import threading
import time

def worker():
    time.sleep(0.1)
    print("2 worker")

atexit.register(print, "4 registered first")
atexit.register(print, "3 registered last")
threading.Thread(target=worker).start()
print("1 main")

# stdout:
#| 1 main
#| 2 worker
#| 3 registered last
#| 4 registered first
