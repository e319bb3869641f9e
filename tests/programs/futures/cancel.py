# cancel works while a task waits in the queue, not once it runs.
from concurrent.futures import ThreadPoolExecutor, CancelledError
import threading

gate = threading.Event()
started = threading.Event()

def work():
    started.set()
    gate.wait()
    return "ran"

with ThreadPoolExecutor(1) as executor:
    running = executor.submit(work)
    waiting = executor.submit(print, "never")
    started.wait()
    print(running.cancel(), waiting.cancel(), waiting.cancel())  # expect: False True True
    print(waiting.cancelled(), waiting.done(), running.cancelled())  # expect: True True False
    gate.set()
    try:
        waiting.result()
    except CancelledError as error:
        print("cancelled:", repr(error))  # expect: cancelled: CancelledError()
    print(running.result(), running.cancel())  # expect: ran False
