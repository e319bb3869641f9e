# A manager's queue can be given to a pool's tasks; a multiprocessing.Queue can't.
import multiprocessing

def work(queue, n):
    queue.put(n * n)
    return n

if __name__ == "__main__":
    with multiprocessing.Manager() as manager, multiprocessing.Pool(2) as pool:
        queue = manager.Queue()
        print(pool.starmap(work, [(queue, n) for n in range(4)]))  # expect: [0, 1, 2, 3]
        print(sorted(queue.get() for _ in range(queue.qsize())))  # expect: [0, 1, 4, 9]
        try:
            pool.starmap(work, [(multiprocessing.Queue(), 1)])
        except RuntimeError as error:
            print(error)  # expect: Queue objects should only be shared between processes through inheritance
