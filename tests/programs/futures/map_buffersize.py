# Executor.map with buffersize (3.14) submits only so many tasks ahead of the results taken.
# requires: 3.14
from concurrent.futures import ThreadPoolExecutor

taken = []

def source():
    for n in range(5):
        taken.append(n)
        yield n

with ThreadPoolExecutor(1) as executor:
    results = executor.map(abs, source(), buffersize=2)
    print(taken)  # expect: [0, 1]
    print(next(results), taken)  # expect: 0 [0, 1, 2]
    print(list(results))  # expect: [1, 2, 3, 4]
