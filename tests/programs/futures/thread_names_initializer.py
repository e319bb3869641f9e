# Workers are named with the prefix and start with the initializer; few tasks reuse an idle worker.
from concurrent.futures import ThreadPoolExecutor
import threading
import time

local = threading.local()

def prepare(value):
    local.value = value

def task(n):
    time.sleep(0.1)
    return threading.current_thread().name, local.value

with ThreadPoolExecutor(2, thread_name_prefix="Crawler", initializer=prepare, initargs=("ready",)) as executor:
    print(sorted(executor.map(task, range(2))))  # expect: [('Crawler_0', 'ready'), ('Crawler_1', 'ready')]
    print(executor._max_workers, executor._thread_name_prefix)  # expect: 2 Crawler
with ThreadPoolExecutor(3) as executor:
    names = []
    for n in range(3):
        names.append(executor.submit(lambda: threading.current_thread().name).result())
        time.sleep(0.05)
    print(names)  # expect: ['ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_0']
