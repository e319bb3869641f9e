# Exceptions in several threads, one after another, and threading.excepthook's fallback for SystemExit.
import threading

class Custom(Exception):
    pass

def raises(error):
    raise error

for error in (Custom("custom"), KeyError("key"), SystemExit(2)):
    t = threading.Thread(target=raises, args=(error,), name=type(error).__name__ + " thread")
    t.start()
    t.join()
print("end")

# stdout:
#| end
# stderr:
#| Exception in thread Custom thread:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "thread_hook_during.py", line 8, in raises
#|     raise error
#| Custom: custom
#| Exception in thread KeyError thread:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "thread_hook_during.py", line 8, in raises
#|     raise error
#| KeyError: 'key'
