# A lambda can't be sent to a pool; the error comes from the parent's side.
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(lambda n: n, [1])
        except Exception as error:
            print(type(error).__module__, type(error).__name__, str(error).split(" at 0x")[0])  # expect: _pickle PicklingError Can't pickle <function <lambda>
        print(pool.map(len, [[1, 2]]))  # expect: [2]
