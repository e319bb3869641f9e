# imap_unordered gives results as they come: here by clearly different sleeps.
from multiprocessing import Pool
import time

def nap(seconds):
    time.sleep(seconds)
    return seconds

if __name__ == "__main__":
    with Pool(3) as pool:
        for result in pool.imap_unordered(nap, [0.6, 0.1, 0.35]):
            print("finished", result)

# stdout:
#| finished 0.1
#| finished 0.35
#| finished 0.6
