# close, terminate and join in the right order and the wrong one.
import multiprocessing
import time


def square(n):
    return n * n


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    pool = multiprocessing.Pool(2)
    attempt(pool.join)
    result = pool.map_async(square, range(3))
    pool.close()
    attempt(lambda: pool.apply(square, (1,)))
    attempt(lambda: pool.map(square, [1]))
    attempt(lambda: pool.imap(square, [1]))
    pool.join()
    print(result.get(), repr(pool).split(" pool_size")[0])
    pool.close()
    pool = multiprocessing.Pool(2)
    pool.apply_async(time.sleep, (60,))
    pool.terminate()
    pool.join()
    attempt(lambda: pool.apply(square, (1,)))
    print(repr(pool).split(" pool_size")[0])
    attempt(lambda: multiprocessing.Pool(0))
    attempt(lambda: multiprocessing.Pool(-1))
    attempt(lambda: multiprocessing.Pool(1, 5))
    attempt(lambda: multiprocessing.Pool(1, maxtasksperchild=0))
    attempt(lambda: multiprocessing.Pool("2"))
    with multiprocessing.Pool(1) as pool:
        attempt(lambda: pool.imap(square, [1], chunksize=0))
    attempt(lambda: pool.map(square, [1]))

# stdout:
#| ValueError Pool is still running
#| ValueError Pool not running
#| ValueError Pool not running
#| ValueError Pool not running
#| [0, 1, 4] <multiprocessing.pool.Pool state=CLOSE
#| ValueError Pool not running
#| <multiprocessing.pool.Pool state=TERMINATE
#| ValueError Number of processes must be at least 1
#| ValueError Number of processes must be at least 1
#| TypeError initializer must be a callable
#| ValueError maxtasksperchild must be a positive int or None
#| TypeError '<' not supported between instances of 'str' and 'int'
#| ValueError Chunksize must be 1+, not 0
#| ValueError Pool not running
