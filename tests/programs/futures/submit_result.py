# submit, result, done, running, cancelled, and the repr of the states.
from concurrent.futures import ThreadPoolExecutor
import threading

gate = threading.Event()

def work(a, b=1):
    gate.wait()
    return a + b

with ThreadPoolExecutor(max_workers=1) as executor:
    first = executor.submit(work, 1, b=10)
    second = executor.submit(work, 2)
    while not first.running():
        pass
    print(first.done(), first.running(), second.running(), second.done())  # expect: False True False False
    gate.set()
    print(first.result(), second.result(timeout=5))  # expect: 11 3
    print(first.done(), first.running(), first.cancelled(), first.exception())  # expect: True False False None
