# Deadlock: two futures wait for each other at the exit.
# only: lockstep
# exit: 3
from concurrent.futures import ThreadPoolExecutor
ex = ThreadPoolExecutor(2)
fs = []
import time
def w(i):
    time.sleep(0.1)
    return fs[1-i].result()
fs.append(ex.submit(w, 0))
fs.append(ex.submit(w, 1))

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread has run its code and waits for ThreadPoolExecutor-0_0 to end
#|   ThreadPoolExecutor-0_0 waits in fs[1].result() for the future to be done, at futures_at_exit.py:10
#|   ThreadPoolExecutor-0_1 waits in fs[0].result() for the future to be done, at futures_at_exit.py:10
