# Processes wait and compute in parallel.
import multiprocessing
import time

def nap():
    time.sleep(0.3)

if __name__ == "__main__":
    start = time.time()
    processes = [multiprocessing.Process(target=nap) for _ in range(4)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    took = time.time() - start
    print(0.3 <= took < 0.9, [p.exitcode for p in processes])  # expect: True [0, 0, 0, 0]
    print(multiprocessing.cpu_count() >= 1)  # expect: True
