# Semaphores: values, bounds, what they refuse.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def take(semaphore, results):
    results.put(semaphore.acquire(block=False))


if __name__ == "__main__":
    semaphore, bounded = multiprocessing.Semaphore(2), multiprocessing.BoundedSemaphore(2)
    print(semaphore, bounded, multiprocessing.Semaphore())
    results = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=take, args=(semaphore, results)) for _ in range(3)]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes))
    for process in processes:
        process.join()
    print(semaphore.get_value(), semaphore.acquire(timeout=0.1))
    semaphore.release()
    print(semaphore, semaphore.get_value())
    attempt(bounded.release)
    bounded.acquire()
    print(bounded)
    bounded.release()
    attempt(bounded.release)
    attempt(lambda: multiprocessing.Semaphore(-1))
    attempt(lambda: multiprocessing.Semaphore("2"))
    with bounded, bounded:
        print(bounded.get_value())

# stdout:
#| <Semaphore(value=2)> <BoundedSemaphore(value=2, maxvalue=2)> <Semaphore(value=1)>
#| [False, True, True]
#| 0 False
#| <Semaphore(value=1)> 1
#| ValueError semaphore or lock released too many times
#| <BoundedSemaphore(value=1, maxvalue=2)>
#| ValueError semaphore or lock released too many times
#| OSError [Errno 22] Invalid argument
#| TypeError 'str' object cannot be interpreted as an integer
#| 0
