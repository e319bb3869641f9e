# One producer, several consumers, ended by sentinels.
import multiprocessing


def produce(queue, n, consumers):
    for i in range(n):
        queue.put(i)
    for _ in range(consumers):
        queue.put(None)


def consume(queue, results):
    while True:
        item = queue.get()
        if item is None:
            break
        results.put(item * item)
    results.put(None)


if __name__ == "__main__":
    queue, results = multiprocessing.Queue(), multiprocessing.Queue()
    processes = [multiprocessing.Process(target=consume, args=(queue, results)) for _ in range(3)]
    processes.append(multiprocessing.Process(target=produce, args=(queue, 10, 3)))
    for process in processes:
        process.start()
    found, ended = [], 0
    while ended < 3:
        item = results.get()
        if item is None:
            ended += 1
        else:
            found.append(item)
    for process in processes:
        process.join()
    print(sorted(found))

# stdout:
#| [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
