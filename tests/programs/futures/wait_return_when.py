# Wait return when.
from concurrent.futures import ThreadPoolExecutor, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED
import time
def w(n, fail=False):
    time.sleep(n)
    if fail: raise OSError(n)
    return n
with ThreadPoolExecutor(4) as ex:
    fs = [ex.submit(w, .05), ex.submit(w, .1, True), ex.submit(w, .2)]
    r = wait(fs, return_when=FIRST_COMPLETED); print(len(r.done), len(r.not_done), type(r).__name__)
    d, n = wait(fs, return_when=FIRST_EXCEPTION); print(len(d), len(n))
    d, n = wait(fs, timeout=0.01); print(len(d), len(n))
    d, n = wait(fs, return_when=ALL_COMPLETED); print(len(d), len(n))
    try: wait(fs, return_when="NEVER")
    except ValueError as e: print(e)
    fs = [ex.submit(w, .3), ex.submit(w, .01)]
    from concurrent.futures import as_completed
    try:
        for f in as_completed(fs, timeout=0.1): print(f.result())
    except TimeoutError as e: print("timeout:", e)
    try: wait(fs, return_when="NEVER")
    except ValueError as e: print(e)

# stdout:
#| 1 2 DoneAndNotDoneFutures
#| 2 1
#| 2 1
#| 3 0
#| 0.01
#| timeout: 1 (of 2) futures unfinished
#| Invalid return condition: 'NEVER'
