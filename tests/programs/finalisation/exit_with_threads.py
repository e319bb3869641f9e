# sys.exit in the main thread waits for the other threads, and its code counts.
import sys
import threading
import time

def worker():
    time.sleep(0.1)
    print("worker ends after sys.exit was called")

threading.Thread(target=worker).start()
print("exiting")
sys.exit(4)

# stdout:
#| exiting
#| worker ends after sys.exit was called
# exit: 4
