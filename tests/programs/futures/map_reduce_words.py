# Map reduce words.
from concurrent.futures import ThreadPoolExecutor
from collections import Counter
from functools import reduce
from operator import add
docs = ["a b a", "b c", "c c a"]
with ThreadPoolExecutor() as ex:
    parts = list(ex.map(lambda d: Counter(d.split()), docs))
total = reduce(add, parts, Counter())
print(total, total.most_common(1), sorted(total.items()), total["zz"], sum(total.values()))

# stdout:
#| Counter({'a': 3, 'c': 3, 'b': 2}) [('a', 3)] [('a', 3), ('b', 2), ('c', 3)] 0 8
