# A matrix product row by row in a pool, with a partial as the function.
from functools import partial
from multiprocessing import Pool

def row_times(matrix, row):
    return [sum(a * b for a, b in zip(row, column)) for column in zip(*matrix)]

if __name__ == "__main__":
    a = [[1, 2], [3, 4], [5, 6]]
    b = [[7, 8, 9], [10, 11, 12]]
    with Pool(2) as pool:
        for row in pool.map(partial(row_times, b), a):
            print(" ".join("%4d" % n for n in row))

# stdout:
#|   27   30   33
#|   61   68   75
#|   95  106  117
