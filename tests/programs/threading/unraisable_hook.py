# sys.unraisablehook hears of what nobody can catch.
import _thread
import atexit
import sys
import time


def hook(unraisable):
    about = unraisable.object
    print("hook:", unraisable.exc_type.__name__, (unraisable.err_msg or "").split(" <")[0],
          about and about.__name__, flush=True)


def broken():
    raise ValueError("broken")


def lazy():
    try:
        yield 1
    finally:
        raise KeyError("while closing")


_thread.start_new_thread(broken, ())
time.sleep(0.1)
sys.unraisablehook = hook
_thread.start_new_thread(broken, ())
time.sleep(0.1)
for item in lazy():
    break
atexit.register(broken)
print("end", flush=True)

# stdout:
#| hook: ValueError Exception ignored in thread started by None
#| hook: KeyError  lazy
#| end
#| hook: ValueError Exception ignored in atexit callback None
# stderr:
#| Exception ignored in thread started by <function broken at 0xADDRESS>:
#| Traceback (most recent call last):
#|   File "unraisable_hook.py", line 15, in broken
#|     raise ValueError("broken")
#| ValueError: broken
