# JoinableQueue: join waits for task_done of every item, from whichever process.
import multiprocessing

def worker(q, results):
    while True:
        item = q.get()
        results.put(item ** 2)
        q.task_done()

if __name__ == "__main__":
    q, results = multiprocessing.JoinableQueue(), multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker, args=(q, results), daemon=True) for _ in range(2)]
    for w in workers:
        w.start()
    for n in range(5):
        q.put(n)
    q.join()
    print(sorted(results.get() for _ in range(5)))  # expect: [0, 1, 4, 9, 16]
    try:
        q.task_done()
    except ValueError as error:
        print(error)  # expect: task_done() called too many times
