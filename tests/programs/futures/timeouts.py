# result, as_completed and map with timeouts that run out.
import concurrent.futures
import time

with concurrent.futures.ThreadPoolExecutor(3) as executor:
    slow = executor.submit(time.sleep, 0.4)
    try:
        slow.result(timeout=0.05)
    except concurrent.futures.TimeoutError as error:
        print(repr(error), concurrent.futures.TimeoutError is TimeoutError)
    print(slow.done())
    try:
        for future in concurrent.futures.as_completed([slow], timeout=0.05):
            print("not reached")
    except TimeoutError as error:
        print(error)
    try:
        slow.exception(timeout=0.01)
    except TimeoutError:
        print("no exception yet")
    try:
        list(executor.map(time.sleep, [0.3], timeout=0.05))
    except TimeoutError:
        print("map timed out")
print(slow.result())

# stdout:
#| TimeoutError() True
#| False
#| 1 (of 1) futures unfinished
#| no exception yet
#| map timed out
#| None
