# A queue cannot be an argument of a pool's task, but of its initializer.
import multiprocessing

queue = None


def set_up(q):
    global queue
    queue = q


def task(n):
    queue.put(n * 2)


if __name__ == "__main__":
    shared = multiprocessing.Queue()
    with multiprocessing.Pool(2, initializer=set_up, initargs=(shared,)) as pool:
        pool.map(task, range(4))
        print(sorted(shared.get() for _ in range(4)))
        try:
            pool.apply(task, (shared,))
        except RuntimeError as error:
            print(error)
        try:
            pool.apply(print, (multiprocessing.Lock(),))
        except RuntimeError as error:
            print(error)

# stdout:
#| [0, 2, 4, 6]
#| Queue objects should only be shared between processes through inheritance
#| Lock objects should only be shared between processes through inheritance
