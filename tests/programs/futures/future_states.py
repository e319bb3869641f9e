# Future states.
from concurrent.futures import *
import time, threading
def work(n):
    time.sleep(n / 50)
    if n == 3: raise ValueError(f"no {n}")
    return n * 10
with ThreadPoolExecutor(max_workers=4) as ex:
    fs = {ex.submit(work, n): n for n in (4, 1, 3, 2)}
    for f in as_completed(fs):
        try: print(fs[f], f.result())
        except ValueError as e: print(fs[f], "failed:", e, type(f.exception()).__name__)
f = Future()
print(f.running(), f.done(), f.cancelled(), f.cancel(), f.cancelled(), f.done())
try: f.result()
except CancelledError as e: print("cancelled", repr(e), CancelledError.__module__)
g = Future(); g.set_result(5); print(g.result(), g.exception(), repr(g).split(" state=")[1])
try: g.set_result(6)
except InvalidStateError as e: print("invalid", str(e).split(":")[0])
h = Future(); h.set_exception(KeyError("k")); print(repr(h).split(" state=")[1], repr(h.exception()))
try: Future().result(timeout=0.01)
except TimeoutError as e: print("timeout", repr(e))

# stdout:
#| 1 10
#| 2 20
#| 3 failed: no 3 ValueError
#| 4 40
#| False False False True True True
#| cancelled CancelledError() concurrent.futures._base
#| 5 None finished returned int>
#| invalid FINISHED
#| finished raised KeyError> KeyError('k')
#| timeout TimeoutError()
