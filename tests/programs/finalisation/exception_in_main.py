# An uncaught exception in the main thread: the traceback, then the other threads finish, then exit code 1.
import sys
import threading
import time

def worker():
    time.sleep(0.2)
    print("worker finishes", file=sys.stderr)

threading.Thread(target=worker).start()
raise RuntimeError("main fails")

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "exception_in_main.py", line 11, in <module>
#|     raise RuntimeError("main fails")
#| RuntimeError: main fails
#| worker finishes
# exit: 1
