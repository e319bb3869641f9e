# map gives results in the order of its arguments, whatever finishes first.
from concurrent.futures import ThreadPoolExecutor
import time

def task(n):
    time.sleep(0.3 - n * 0.1)
    finished.append(n)
    return n * n

finished = []
with ThreadPoolExecutor(3) as executor:
    print(list(executor.map(task, range(3))))  # expect: [0, 1, 4]
print(finished)  # expect: [2, 1, 0]
with ThreadPoolExecutor() as executor:
    print(list(executor.map(pow, [2, 3, 4], [5, 2, 1])), list(executor.map(str, [])))  # expect: [32, 9, 4] []
    lazy = executor.map(int, ["1", "two", "3"])
    print(next(lazy))  # expect: 1
    try:
        next(lazy)
    except ValueError as error:
        print(error)  # expect: invalid literal for int() with base 10: 'two'
    print(list(lazy))  # expect: []
