# A pool inside a manager.
import multiprocessing


def square(n):
    return n * n


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        pool = manager.Pool(2)
        print(pool.map(square, range(5)), pool.apply(square, (7,)), pool.starmap(max, [(1, 2), (4, 3)]))
        result = pool.apply_async(square, (9,))
        print(result.get(timeout=5), result.ready(), result.successful())
        print(list(pool.imap(square, range(3))))
        pool.close()
        pool.join()

# stdout:
#| [0, 1, 4, 9, 16] 49 [2, 4]
#| 81 True True
#| [0, 1, 4]
