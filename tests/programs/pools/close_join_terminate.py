# The states of a pool: after close no more work, join needs close, terminate stops at once.
import multiprocessing
import time

if __name__ == "__main__":
    pool = multiprocessing.Pool(2)
    result = pool.map_async(abs, [-1, -2])
    try:
        pool.join()
    except ValueError as error:
        print(error)  # expect: Pool is still running
    pool.close()
    try:
        pool.apply(abs, (1,))
    except ValueError as error:
        print(error)  # expect: Pool not running
    pool.join()
    print(result.get())  # expect: [1, 2]
    start = time.time()
    with multiprocessing.Pool(1) as other:
        other.apply_async(time.sleep, (30,))
    print("terminated without waiting:", time.time() - start < 10)  # expect: terminated without waiting: True
    try:
        multiprocessing.Pool(0)
    except ValueError as error:
        print(error)  # expect: Number of processes must be at least 1
