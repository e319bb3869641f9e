# multiprocessing.Lock: one process at a time; its acquire has block, not blocking.
import multiprocessing

def add(lock, value):
    for _ in range(200):
        with lock:
            value.value += 1

if __name__ == "__main__":
    lock = multiprocessing.Lock()
    value = multiprocessing.Value("i", 0, lock=False)
    processes = [multiprocessing.Process(target=add, args=(lock, value)) for _ in range(3)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(value.value)  # expect: 600
    print(lock.acquire(), lock.acquire(block=False), lock.acquire(timeout=0.05))  # expect: True False False
    lock.release()
    try:
        lock.release()
    except ValueError as error:
        print(error)  # expect: semaphore or lock released too many times
