# A timing decorator and a context manager, as lessons write them.
import functools
import time
from contextlib import contextmanager

def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        print(f"{function.__name__} took {time.perf_counter() - start:.1f} s")
        return result
    return wrapper

@contextmanager
def stopwatch(label):
    start = time.time()
    yield
    print("%s: %.1f s" % (label, time.time() - start))

@timed
def work(seconds):
    time.sleep(seconds)
    return "result"

print(work(0.3))
with stopwatch("block"):
    time.sleep(0.2)

# stdout:
#| work took 0.3 s
#| result
#| block: 0.2 s
