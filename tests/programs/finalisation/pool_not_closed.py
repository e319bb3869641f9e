# A Pool that is neither closed nor joined does not keep the program alive.
import multiprocessing
import time

if __name__ == "__main__":
    pool = multiprocessing.Pool(1)
    pool.apply_async(time.sleep, (30,))
    print("main ends")

# stdout:
#| main ends
