# callback and error_callback run in a thread of the parent.
from multiprocessing import Pool

results, errors = [], []

def half(n):
    if n % 2:
        raise ValueError(f"{n} is odd")
    return n // 2

if __name__ == "__main__":
    pool = Pool(2)
    pending = [pool.apply_async(half, args=(n,), callback=results.append, error_callback=errors.append) for n in range(4)]
    pool.map_async(half, [10, 20], callback=results.extend)
    pool.close()
    pool.join()
    print(sorted(results))  # expect: [0, 1, 5, 10]
    print(sorted(map(repr, errors)))  # expect: ["ValueError('1 is odd')", "ValueError('3 is odd')"]
