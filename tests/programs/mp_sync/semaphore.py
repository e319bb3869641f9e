# multiprocessing.Semaphore: at most two processes inside; get_value.
import multiprocessing
import time

def worker(limit, inside, most):
    with limit:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        time.sleep(0.1)
        with inside.get_lock():
            inside.value -= 1

if __name__ == "__main__":
    limit = multiprocessing.Semaphore(2)
    inside, most = multiprocessing.Value("i"), multiprocessing.Value("i")
    processes = [multiprocessing.Process(target=worker, args=(limit, inside, most)) for _ in range(4)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(most.value <= 2, inside.value, limit.get_value())  # expect: True 0 2
    print(limit.acquire(), limit.acquire(), limit.acquire(False), limit.acquire(timeout=0.05))  # expect: True True False False
    limit.release()
    print(limit.get_value())  # expect: 1
