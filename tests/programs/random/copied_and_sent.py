# Generators of random numbers keep their state when they are copied and pickled.
import copy
import pickle
import random
from multiprocessing import Process, Queue


class Worker:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def roll(self):
        return [self.rng.randint(1, 6) for _ in range(5)]


def work(worker, results):
    results.put(worker.roll())


if __name__ == "__main__":
    first = Worker(7)
    first.roll()
    twin = copy.deepcopy(first)
    sent = pickle.loads(pickle.dumps(first))
    shallow = copy.copy(first.rng)
    results = Queue()
    child = Process(target=work, args=(first, results))
    child.start()
    print(results.get())
    child.join()
    print(first.roll(), twin.roll(), sent.roll())
    print([shallow.randint(1, 6) for _ in range(5)], shallow.gauss(0, 1) == copy.copy(first.rng).gauss(0, 1))
    print(type(pickle.loads(pickle.dumps(random.Random(1)))).__name__)

# stdout:
#| [1, 5, 1, 3, 5]
#| [1, 5, 1, 3, 5] [1, 5, 1, 3, 5] [1, 5, 1, 3, 5]
#| [1, 5, 1, 3, 5] True
#| Random
