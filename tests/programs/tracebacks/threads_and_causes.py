# Threads and causes.
import threading, time
class MyError(Exception): pass
def inner(): raise MyError(1)
def w():
    try: inner()
    except MyError as e: raise RuntimeError("outer") from e
t = threading.Thread(target=w); t.start(); t.join()
def v():
    try: inner()
    finally: {}["k"]
t = threading.Thread(target=v, name="V"); t.start(); t.join()
class T(threading.Thread):
    def run(self): self.step()
    def step(self): assert 1 == 2, "never"
T().start(); time.sleep(.05)
print("done")
raise MyError

# stdout:
#| done
# stderr:
#| Exception in thread Thread-1 (w):
#| Traceback (most recent call last):
#|   File "threads_and_causes.py", line 6, in w
#|     try: inner()
#|          ~~~~~^^
#|   File "threads_and_causes.py", line 4, in inner
#|     def inner(): raise MyError(1)
#|                  ^^^^^^^^^^^^^^^^
#| MyError: 1
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "threads_and_causes.py", line 7, in w
#|     except MyError as e: raise RuntimeError("outer") from e
#|                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| RuntimeError: outer
#| Exception in thread V:
#| Traceback (most recent call last):
#|   File "threads_and_causes.py", line 10, in v
#|     try: inner()
#|          ~~~~~^^
#|   File "threads_and_causes.py", line 4, in inner
#|     def inner(): raise MyError(1)
#|                  ^^^^^^^^^^^^^^^^
#| MyError: 1
#|
#| During handling of the above exception, another exception occurred:
#|
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "threads_and_causes.py", line 11, in v
#|     finally: {}["k"]
#|              ~~^^^^^
#| KeyError: 'k'
#| Exception in thread Thread-2:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "threads_and_causes.py", line 14, in run
#|     def run(self): self.step()
#|                    ~~~~~~~~~^^
#|   File "threads_and_causes.py", line 15, in step
#|     def step(self): assert 1 == 2, "never"
#|                            ^^^^^^
#| AssertionError: never
#| Traceback (most recent call last):
#|   File "threads_and_causes.py", line 18, in <module>
#|     raise MyError
#| MyError
# exit: 1
