# multiprocessing.Barrier: nobody passes before all have arrived.
import multiprocessing

def worker(barrier, arrived, log):
    with arrived.get_lock():
        arrived.value += 1
    index = barrier.wait()
    log.put((index, arrived.value))

if __name__ == "__main__":
    barrier, arrived, log = multiprocessing.Barrier(3), multiprocessing.Value("i", 0), multiprocessing.Queue()
    print(barrier.parties, barrier.n_waiting, barrier.broken)  # expect: 3 0 False
    processes = [multiprocessing.Process(target=worker, args=(barrier, arrived, log)) for _ in range(3)]
    for p in processes:
        p.start()
    print(sorted(log.get() for _ in processes))  # expect: [(0, 3), (1, 3), (2, 3)]
    for p in processes:
        p.join()
    try:
        barrier.wait(timeout=0.05)
    except Exception as error:
        print(type(error).__name__, barrier.broken)  # expect: BrokenBarrierError True
