# os._exit ends everything at once: no waiting, no atexit functions, no finally.
import atexit
import os
import threading
import time

atexit.register(print, "never")
threading.Thread(target=time.sleep, args=(30,)).start()
try:
    print("going", flush=True)
    os._exit(6)
finally:
    print("never")

# stdout:
#| going
# exit: 6
