# The everyday errors as the last line of a program: a NameError in a thread's target, then an AttributeError.
import threading

def worker():
    print(undefined)

t = threading.Thread(target=worker)
t.start()
t.join()
t.isAlive()

# stdout:
# stderr:
#| Exception in thread Thread-1 (worker):
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "name_error.py", line 5, in worker
#|     print(undefined)
#|           ^^^^^^^^^
#| NameError: name 'undefined' is not defined
#| Traceback (most recent call last):
#|   File "name_error.py", line 10, in <module>
#|     t.isAlive()
#|     ^^^^^^^^^
#| AttributeError: 'Thread' object has no attribute 'isAlive'. Did you mean: 'is_alive'?
# exit: 1
