# Under fork a child inherits a Random object's state, so all children draw alike; the module's own generator is seeded anew.
import multiprocessing
import random

rng = random.Random(1)

def draw(q):
    q.put(([rng.randint(0, 999) for _ in range(3)], [random.random() for _ in range(3)]))

if __name__ == "__main__":
    random.seed(1)
    q = multiprocessing.SimpleQueue()
    results = []
    for _ in range(2):
        p = multiprocessing.Process(target=draw, args=(q,))
        p.start()
        results.append(q.get())
        p.join()
    print(results[0][0], results[0][0] == results[1][0])  # expect: [137, 582, 867] True
    print(results[0][1] == results[1][1], random.random())  # expect: False 0.13436424411240122
