# In the main program a deprecated call prints its warning once per line.
import threading

for _ in range(2):
    print(threading.currentThread().name)

# stdout:
#| MainThread
#| MainThread
# stderr:
#| deprecation_warning.py:5: DeprecationWarning: currentThread() is deprecated, use current_thread() instead
#|   print(threading.currentThread().name)
