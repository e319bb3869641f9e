# Map and reduce: words counted by chunks in a pool and joined in the parent.
from collections import Counter
from functools import reduce
from multiprocessing import Pool

TEXT = ["one fish two fish", "red fish blue fish", "one two one"]

def count(line):
    return Counter(line.split())

if __name__ == "__main__":
    with Pool(2) as pool:
        parts = pool.map(count, TEXT)
    total = reduce(lambda a, b: a + b, parts)
    for word, number in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        print(f"{word:<5}{number:>3}")

# stdout:
#| fish   4
#| one    3
#| two    2
#| blue   1
#| red    1
