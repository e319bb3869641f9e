# Sys exit in pool.
from concurrent.futures import ThreadPoolExecutor
import sys
def f(): sys.exit(3)
with ThreadPoolExecutor(1) as ex:
    fut = ex.submit(f)
    print(type(fut.exception()).__name__, fut.exception().code)
    print(ex.submit(pow, 2, 2).result())
    fut.result()

# stdout:
#| SystemExit 3
#| 4
# exit: 3
