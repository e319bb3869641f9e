# as_completed gives futures as they finish; a dict tells which is which.
from concurrent.futures import ThreadPoolExecutor, as_completed
import time

def fetch(name, seconds):
    time.sleep(seconds)
    if name == "bad":
        raise ConnectionError("no answer")
    return name.upper()

jobs = {"slow": 0.4, "quick": 0.1, "bad": 0.25}
with ThreadPoolExecutor(max_workers=3) as executor:
    futures = {executor.submit(fetch, name, seconds): name for name, seconds in jobs.items()}
    for future in as_completed(futures):
        name = futures[future]
        try:
            print(name, "->", future.result())
        except ConnectionError as error:
            print(name, "failed:", error)

# stdout:
#| quick -> QUICK
#| bad failed: no answer
#| slow -> SLOW
