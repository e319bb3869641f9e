# Deadlock: future never done.
# only: lockstep
# exit: 3
from concurrent.futures import ThreadPoolExecutor, Future
f = Future()
f.result()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in f.result() for the future to be done, at future_never_done.py:6
