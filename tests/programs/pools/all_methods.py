# Every way to give a pool work.
import multiprocessing


def square(n):
    return n * n


def power(base, exponent=2):
    return base ** exponent


if __name__ == "__main__":
    with multiprocessing.Pool(3) as pool:
        print(pool.apply(power, (2,), {"exponent": 5}))
        print(pool.map(square, range(7)), pool.map(square, [], 3), pool.map(square, range(7), chunksize=3))
        print(list(pool.imap(square, range(5))), list(pool.imap(square, iter([1, 2, 3]), 2)))
        print(sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        print(pool.starmap(power, [(2, 3), (3, 2), (4,)]), pool.starmap(power, zip([1, 2], [3, 4]), chunksize=1))
        results = pool.map_async(square, range(4))
        print(results.get(), results.get(timeout=1), results.ready(), results.successful())
        print(pool.starmap_async(power, [(5, 3)]).get())
        iterator = pool.imap(square, [3, 4])
        print(next(iterator), iterator.next(), type(iterator).__name__)
        try:
            next(iterator)
        except StopIteration:
            print("no more")
        print([result.get() for result in [pool.apply_async(power, (i, 3)) for i in range(4)]])
        print(pool.map(str.upper, ["a", "b"]), pool.map(len, ["abc", [1]]))
        print(repr(pool))

# stdout:
#| 32
#| [0, 1, 4, 9, 16, 25, 36] [] [0, 1, 4, 9, 16, 25, 36]
#| [0, 1, 4, 9, 16] [1, 4, 9]
#| [0, 1, 4, 9, 16]
#| [8, 9, 16] [1, 16]
#| [0, 1, 4, 9] [0, 1, 4, 9] True True
#| [125]
#| 9 16 IMapIterator
#| no more
#| [0, 1, 8, 27]
#| ['A', 'B'] [3, 1]
#| <multiprocessing.pool.Pool state=RUN pool_size=3>
