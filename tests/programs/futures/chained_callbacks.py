# A callback that submits the next step; an event tells when the chain is done.
from concurrent.futures import ThreadPoolExecutor
import threading

finished = threading.Event()
log = []

def step(n):
    return n + 1

def next_step(future):
    value = future.result()
    log.append(value)
    if value < 4:
        executor.submit(step, value).add_done_callback(next_step)
    else:
        finished.set()

executor = ThreadPoolExecutor(max_workers=2)
executor.submit(step, 0).add_done_callback(next_step)
finished.wait()
executor.shutdown()
print(log)  # expect: [1, 2, 3, 4]
