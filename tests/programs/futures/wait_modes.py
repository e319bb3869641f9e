# wait: FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED and a timeout.
from concurrent.futures import ThreadPoolExecutor, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED
import time

def nap(seconds):
    time.sleep(seconds)
    return seconds

def fail(seconds):
    time.sleep(seconds)
    raise ValueError(seconds)

with ThreadPoolExecutor(4) as executor:
    futures = [executor.submit(nap, s) for s in (0.1, 0.3)] + [executor.submit(fail, 0.2)]
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print(len(done), len(pending))  # expect: 1 2
    done, pending = wait(futures, return_when=FIRST_EXCEPTION)
    print(len(done), len(pending))  # expect: 2 1
    result = wait(futures, timeout=0.01)
    print(len(result.done), len(result.not_done), type(result).__name__)  # expect: 2 1 DoneAndNotDoneFutures
    result = wait(futures, return_when=ALL_COMPLETED)
    print(len(result.done), sorted(f.result() for f in result.done if not f.exception()))  # expect: 3 [0.1, 0.3]
print(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)  # expect: FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED
