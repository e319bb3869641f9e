# A task that waits for another task needs a second worker.
from concurrent.futures import ThreadPoolExecutor

def outer(executor):
    inner = executor.submit(lambda: 20)
    return inner.result(timeout=5) + 1

with ThreadPoolExecutor(2) as executor:
    print(executor.submit(outer, executor).result())  # expect: 21
with ThreadPoolExecutor(1) as executor:
    def impatient():
        try:
            return executor.submit(lambda: 20).result(timeout=0.1)
        except TimeoutError:
            return "would wait for ever"
    print(executor.submit(impatient).result())  # expect: would wait for ever
