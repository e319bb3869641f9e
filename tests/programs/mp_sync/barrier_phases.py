# Two phases, separated by a barrier: every process finishes the first before any begins the second.
import multiprocessing


def work(barrier, log):
    log.put("first")
    barrier.wait()
    log.put("second")


if __name__ == "__main__":
    barrier, log = multiprocessing.Barrier(3), multiprocessing.SimpleQueue()
    processes = [multiprocessing.Process(target=work, args=(barrier, log)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([log.get() for _ in range(6)])

# stdout:
#| ['first', 'first', 'first', 'second', 'second', 'second']
