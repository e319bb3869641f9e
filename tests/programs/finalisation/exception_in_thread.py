# An exception ends its thread only; the exit code stays 0.
import threading

def worker(text):
    print("parsing", text)
    return int(text)

threads = [threading.Thread(target=worker, args=(text,)) for text in ("1", "x")]
for t in threads:
    t.start()
    t.join()
print("the main thread goes on")

# stdout:
#| parsing 1
#| parsing x
#| the main thread goes on
# stderr:
#| Exception in thread Thread-2 (worker):
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "exception_in_thread.py", line 6, in worker
#|     return int(text)
#| ValueError: invalid literal for int() with base 10: 'x'
