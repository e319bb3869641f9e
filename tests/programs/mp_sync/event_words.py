# Event: set, clear, wait with a timeout, between processes.
import multiprocessing


def runner(start, results):
    results.put(start.wait(0.01))
    results.put(start.wait())
    results.put(start.is_set())


if __name__ == "__main__":
    start, results = multiprocessing.Event(), multiprocessing.Queue()
    print(start.is_set(), start.wait(0), start.wait(0.1))
    process = multiprocessing.Process(target=runner, args=(start, results))
    process.start()
    print(results.get())
    start.set()
    print(results.get(), results.get(), start.wait(), start.is_set())
    process.join()
    start.clear()
    print(start.is_set(), "unset" in repr(start), repr(start).split(" at ")[0])

# stdout:
#| False False False
#| False
#| True True True True
#| False True <Event
