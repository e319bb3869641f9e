# Pool: map, apply, starmap, imap with results in order.
from multiprocessing import Pool

def square(n):
    return n * n

def add(a, b=10):
    return a + b

if __name__ == "__main__":
    with Pool(processes=2) as pool:
        print(pool.map(square, range(6)))  # expect: [0, 1, 4, 9, 16, 25]
        print(pool.map(square, [1, 2, 3], chunksize=2))  # expect: [1, 4, 9]
        print(pool.apply(add, (1,)), pool.apply(add, args=(1, 2)), pool.apply(add, (1,), {"b": 5}))  # expect: 11 3 6
        print(pool.starmap(add, [(1, 2), (3,)]))  # expect: [3, 13]
        print(list(pool.imap(square, range(4))))  # expect: [0, 1, 4, 9]
        print(sorted(pool.imap_unordered(square, range(4), chunksize=2)))  # expect: [0, 1, 4, 9]
