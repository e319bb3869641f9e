# Itertools whole.
from itertools import *
import operator
print(list(islice(count(1, 2), 4)), list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(chain([1], (2,), "a")), list(chain.from_iterable([[1], [2]])), list(compress("abc", [1, 0, 1])), list(dropwhile(lambda x: x < 2, [1, 2, 1])), list(takewhile(lambda x: x < 2, [1, 2, 1])), list(filterfalse(lambda x: x % 2, range(4))))
print([(k, list(g)) for k, g in groupby("aabbc")], list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "c", fillvalue="-")), list(product("ab", repeat=2)), list(permutations([1, 2, 3], 2)), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), list(pairwise([1, 2, 3])), list(batched("abcde", 2)))
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a)); print(count(1), repeat(2, 3), count(2.5, .5))

# stdout:
#| [1, 3, 5, 7] ['a', 'b', 'a', 'b', 'a'] [1, 1, 1] [1, 3, 6] [10, 10, 20, 60]
#| [1, 2, 'a'] [1, 2] ['a', 'c'] [2, 1] [1] [0, 2]
#| [('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c'])] [8, 9] [('a', 'c'), ('b', '-')] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'b'), ('a', 'c'), ('b', 'c')] [('a', 'a'), ('a', 'b'), ('b', 'b')] [(1, 2), (2, 3)] [('a', 'b'), ('c', 'd'), ('e',)]
#| 1 [1, 2, 3] [2, 3]
#| count(1) repeat(2, 3) count(2.5, 0.5)
