# A worker forked before a function is defined does not know it: unpickling fails there and the pool breaks.
# stderr-has: Can't get attribute 'late' on <module '__main__' from 'process_pool_defined_late.py'>
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(abs, -1).result())  # expect: 1

        def late():
            return 2

        try:
            executor.submit(late).result()
        except BrokenProcessPool as error:
            print(error)  # expect: A process in the process pool was terminated abruptly while the future was running or pending.
