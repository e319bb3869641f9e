# Thread module.
import _thread, time
lock = _thread.allocate_lock()
def w(n, d=1):
    time.sleep(n / 20)
    with lock: print("w", n, d)
    if n == 2: _thread.exit()
    if n == 3: raise ValueError("in thread")
for i in range(1, 4): _thread.start_new_thread(w, (i,), {"d": i})
time.sleep(0.3)
print(lock.locked(), _thread.error is RuntimeError, _thread.TIMEOUT_MAX > 1e6, type(lock))
try: _thread.start_new_thread(1, ())
except TypeError as e: print(e)

# stdout:
#| w 1 1
#| w 2 2
#| w 3 3
#| False True True <class '_thread.lock'>
#| first arg must be callable
# stderr:
#| Exception ignored in thread started by <function w at 0xADDRESS>:
#| Traceback (most recent call last):
#|   File "thread_module.py", line 8, in w
#|     if n == 3: raise ValueError("in thread")
#| ValueError: in thread
