# Accounts in shared memory, with one lock for both.
import multiprocessing


def transfer(lock, source, target, amount, times):
    for _ in range(times):
        with lock:
            source.value -= amount
            target.value += amount


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    a, b = multiprocessing.Value("d", 100.0, lock=False), multiprocessing.Value("d", 50.0, lock=lock)
    b = multiprocessing.Value("d", 50.0, lock=False)
    processes = [multiprocessing.Process(target=transfer, args=(lock, a, b, 1, 10)),
                 multiprocessing.Process(target=transfer, args=(lock, b, a, 2, 10))]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(a.value, b.value, a.value + b.value)

# stdout:
#| 110.0 40.0 150.0
