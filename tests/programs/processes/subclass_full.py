# A subclass of Process with its own __init__, run and attributes: the child changes a copy.
import multiprocessing


class Worker(multiprocessing.Process):
    def __init__(self, number, results):
        super().__init__(name=f"worker-{number}", daemon=True)
        self.number = number
        self.results = results
        self.done = False

    def run(self):
        self.done = True
        self.results.put((self.name, self.number ** 2, self.daemon, self.done))


if __name__ == "__main__":
    results = multiprocessing.Queue()
    workers = [Worker(i, results) for i in range(3)]
    for worker in workers:
        worker.start()
    for line in sorted(results.get() for _ in workers):
        print(line)
    for worker in workers:
        worker.join()
        print(worker.name, worker.exitcode, worker.done, worker.is_alive())

# stdout:
#| ('worker-0', 0, True, True)
#| ('worker-1', 1, True, True)
#| ('worker-2', 4, True, True)
#| worker-0 0 False False
#| worker-1 0 False False
#| worker-2 0 False False
