# multiprocessing.Barrier: three processes meet, phase by phase.
import multiprocessing
import time

def worker(n, barrier, log):
    time.sleep(n * 0.1)
    log.put(f"before {n}")
    index = barrier.wait()
    log.put("after")
    if index == 0:
        log.put("leader")

if __name__ == "__main__":
    barrier, log = multiprocessing.Barrier(3), multiprocessing.Queue()
    processes = [multiprocessing.Process(target=worker, args=(n, barrier, log)) for n in range(3)]
    print(barrier.parties, barrier.n_waiting, barrier.broken)  # expect: 3 0 False
    for p in processes:
        p.start()
    lines = [log.get() for _ in range(7)]
    for p in processes:
        p.join()
    print(lines[:3])  # expect: ['before 0', 'before 1', 'before 2']
    print(sorted(lines[3:]))  # expect: ['after', 'after', 'after', 'leader']
