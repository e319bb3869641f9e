# shutdown: no new work; cancel_futures drops what waits; wait=False returns at once.
from concurrent.futures import ThreadPoolExecutor
import threading
import time

executor = ThreadPoolExecutor(max_workers=1)
gate = threading.Event()
first = executor.submit(gate.wait, 5)
second = executor.submit(print, "never")
while not first.running():
    time.sleep(0.01)
executor.shutdown(wait=False, cancel_futures=True)
print(first.done(), second.cancelled())  # expect: False True
try:
    executor.submit(print)
except RuntimeError as error:
    print(error)  # expect: cannot schedule new futures after shutdown
gate.set()
print(first.result())  # expect: True
executor.shutdown(wait=True)
executor.shutdown()
with ThreadPoolExecutor() as other:
    pass
try:
    other.map(str, [1])
except RuntimeError as error:
    print(error)  # expect: cannot schedule new futures after shutdown
try:
    ThreadPoolExecutor(max_workers=0)
except ValueError as error:
    print(error)  # expect: max_workers must be greater than 0
