# An exception in a _thread thread is reported as ignored, and the program goes on.
import _thread
import time

def fail():
    raise ValueError("nobody catches this")

_thread.start_new_thread(fail, ())
time.sleep(0.3)
print("still here")  # expect: still here

# stderr:
#| Exception ignored in thread started by <function fail at 0xADDRESS>:
#| Traceback (most recent call last):
#|   File "low_level_exception.py", line 6, in fail
#|     raise ValueError("nobody catches this")
#| ValueError: nobody catches this
