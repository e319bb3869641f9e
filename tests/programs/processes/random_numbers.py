# Forked children begin with different random numbers unless they seed themselves.
import multiprocessing
import random


def draw(queue, seed):
    if seed is not None:
        random.seed(seed)
    queue.put([random.randrange(100) for _ in range(5)])


if __name__ == "__main__":
    queue = multiprocessing.SimpleQueue()
    for seed in (7, 7):
        process = multiprocessing.Process(target=draw, args=(queue, seed))
        process.start()
        process.join()
        print(queue.get())
    drawn = []
    for _ in range(2):
        process = multiprocessing.Process(target=draw, args=(queue, None))
        process.start()
        process.join()
        drawn.append(queue.get())
    print(drawn[0] == drawn[1])

# stdout:
#| [41, 19, 50, 83, 6]
#| [41, 19, 50, 83, 6]
#| False
