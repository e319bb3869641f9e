# ProcessPoolExecutor beside multiprocessing: the same children.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed


def square(n):
    return n * n


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, range(5))))
        futures = [executor.submit(square, n) for n in range(3)]
        print(sorted(future.result() for future in as_completed(futures)))
        try:
            executor.submit(lambda: 1).result()
        except Exception as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
        print(len(multiprocessing.active_children()))
    print(len(multiprocessing.active_children()))

# stdout:
#| [0, 1, 4, 9, 16]
#| [0, 1, 4]
#| PicklingError Can't pickle <function <lambda>
#| 2
#| 0
