# A worker that dies breaks the pool.
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import os

def die():
    os._exit(3)

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(die).result()
        except BrokenProcessPool as error:
            print(error)
        try:
            executor.submit(die)
        except BrokenProcessPool as error:
            print(error)

# stdout:
#| A process in the process pool was terminated abruptly while the future was running or pending.
#| A child process terminated abruptly, the process pool is not usable anymore
