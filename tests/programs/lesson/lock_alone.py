# The lesson's second block alone: it does not import threading, so it is a NameError.
lock = threading.Lock()

def safe_worker():
    with lock:
        # Критическая секция
        pass

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "lock_alone.py", line 2, in <module>
#|     lock = threading.Lock()
#|            ^^^^^^^^^
#| NameError: name 'threading' is not defined. Did you forget to import 'threading'?
# exit: 1
