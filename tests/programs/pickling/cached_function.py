# A cached function goes to a process by its name; a copy of it is itself.
import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import cache, lru_cache
from multiprocessing import Pool


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@cache
def square(n):
    return n * n


if __name__ == "__main__":
    print(pickle.loads(pickle.dumps(fib)) is fib, copy.copy(fib) is fib, copy.deepcopy([square])[0] is square)
    with Pool(2) as pool:
        print(pool.map(fib, range(10)))
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(5))))
    print(fib.cache_info())

# stdout:
#| True True True
#| [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
#| [0, 1, 4, 9, 16]
#| CacheInfo(hits=0, misses=0, maxsize=None, currsize=0)
