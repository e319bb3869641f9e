# An initializer that fails breaks the pool.
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import logging

logging.disable(logging.CRITICAL)

def bad():
    raise ValueError("cannot start")

executor = ThreadPoolExecutor(1, initializer=bad)
future = executor.submit(print, "never")
try:
    future.result()
except BrokenThreadPool as error:
    print(error)  # expect: A thread initializer failed, the thread pool is not usable anymore
try:
    executor.submit(print)
except BrokenThreadPool as error:
    print(error)  # expect: A thread initializer failed, the thread pool is not usable anymore
