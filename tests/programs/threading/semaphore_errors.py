# Semaphore errors.
import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(timeout=0.01), s.acquire(blocking=False), s.acquire(timeout=0.01), s._value)
s.release(); s.release(2); print(s._value, s)  if False else print(s._value)
try: s.acquire(blocking=False, timeout=1)
except ValueError as e: print(e)
try: s.release(0)
except ValueError as e: print(e)
b = threading.BoundedSemaphore(1)
with b: print("in", b._value)
try: b.release()
except ValueError as e: print(e)
try: threading.Semaphore(-1)
except ValueError as e: print(e)

# stdout:
#| True True False False 0
#| 3
#| can't specify timeout for non-blocking acquire
#| n must be one or more
#| in 0
#| Semaphore released too many times
#| semaphore initial value must be >= 0
