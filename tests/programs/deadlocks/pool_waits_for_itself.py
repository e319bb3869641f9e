# Deadlock: pool waits for itself.
# only: lockstep
# exit: 3
from concurrent.futures import ThreadPoolExecutor, wait, as_completed
ex = ThreadPoolExecutor(max_workers=1)
def outer():
    f = ex.submit(pow, 2, 3)
    wait([f])
f = ex.submit(outer)
for x in as_completed([f]): pass

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits for futures to be done, at pool_waits_for_itself.py:10
#|   ThreadPoolExecutor-0_0 waits for futures to be done, at pool_waits_for_itself.py:8
