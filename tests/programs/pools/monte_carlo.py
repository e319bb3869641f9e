# Pi by random points, one seed per task: the same result on every run.
import random
from multiprocessing import Pool

def hits(job):
    seed, count = job
    rng = random.Random(seed)
    return sum(rng.random() ** 2 + rng.random() ** 2 <= 1.0 for _ in range(count))

if __name__ == "__main__":
    jobs = [(seed, 1000) for seed in range(4)]
    with Pool(2) as pool:
        parts = pool.map(hits, jobs)
    print(parts)  # expect: [782, 778, 782, 792]
    print(f"pi is about {4 * sum(parts) / 4000:.3f}")  # expect: pi is about 3.134
