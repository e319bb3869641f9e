# Barrier between processes: action, timeout, abort, reset.
import multiprocessing
import threading


def action():
    print("action", flush=True)


def party(barrier, results):
    try:
        results.put(barrier.wait() in range(3))
    except threading.BrokenBarrierError:
        results.put("broken")


if __name__ == "__main__":
    results = multiprocessing.Queue()
    barrier = multiprocessing.Barrier(3, action=action, timeout=5)
    processes = [multiprocessing.Process(target=party, args=(barrier, results)) for _ in range(3)]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes))
    for process in processes:
        process.join()
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    process = multiprocessing.Process(target=party, args=(barrier, results))
    process.start()
    while barrier.n_waiting < 1:
        pass
    barrier.abort()
    print(results.get(), barrier.broken)
    process.join()
    barrier.reset()
    print(barrier.broken)
    try:
        barrier.wait(0.05)
    except threading.BrokenBarrierError as error:
        print(type(error).__name__, error, barrier.broken)
    print(repr(barrier).split(" at ")[0])
    try:
        multiprocessing.Barrier(0)
    except ValueError as error:
        print(error)

# stdout:
#| action
#| [True, True, True]
#| 3 0 False
#| broken True
#| False
#| BrokenBarrierError  True
#| <multiprocessing.synchronize.Barrier
