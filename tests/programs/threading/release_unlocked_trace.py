# Release unlocked trace.
import threading
l = threading.Lock()
def f():
    with l:
        raise ValueError("inside")
try: f()
except ValueError: print(l.locked())
l.release()

# stdout:
#| False
# stderr:
#| Traceback (most recent call last):
#|   File "release_unlocked_trace.py", line 9, in <module>
#|     l.release()
#|     ~~~~~~~~~^^
#| RuntimeError: release unlocked lock
# exit: 1
