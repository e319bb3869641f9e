# ProcessPoolExecutor: map and submit run in other processes; exceptions come back.
from concurrent.futures import ProcessPoolExecutor, as_completed
import os

def square(n):
    return n * n

def where(_):
    return os.getpid()

def fail(text):
    return int(text)

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, range(6))))  # expect: [0, 1, 4, 9, 16, 25]
        print(list(executor.map(square, range(6), chunksize=3)))  # expect: [0, 1, 4, 9, 16, 25]
        print(executor.submit(pow, 2, 10).result())  # expect: 1024
        print(os.getpid() in set(executor.map(where, range(4))))  # expect: False
        try:
            executor.submit(fail, "x").result()
        except ValueError as error:
            print(type(error).__name__, error)  # expect: ValueError invalid literal for int() with base 10: 'x'
        print(sorted(f.result() for f in as_completed([executor.submit(square, n) for n in (3, 1)])))  # expect: [1, 9]
