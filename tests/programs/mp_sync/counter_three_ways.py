# A shared counter: with the value's own lock, with a separate lock, and read by value.
import multiprocessing


def own_lock(total, n):
    for _ in range(n):
        with total.get_lock():
            total.value += 1


def outer_lock(total, lock, n):
    for _ in range(n):
        with lock:
            total.value += 1


if __name__ == "__main__":
    total, raw, lock = multiprocessing.Value("i", 0), multiprocessing.Value("l", lock=False), multiprocessing.Lock()
    processes = [multiprocessing.Process(target=own_lock, args=(total, 50)) for _ in range(3)]
    processes += [multiprocessing.Process(target=outer_lock, args=(raw, lock, 50)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(total.value, raw.value)
    print(total, raw)
    print(type(total.get_lock()).__name__, type(total.get_obj()).__name__, hasattr(raw, "get_lock"))

# stdout:
#| 150 150
#| <Synchronized wrapper for c_int(150)> c_long(150)
#| RLock c_int False
