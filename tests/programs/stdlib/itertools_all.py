# itertools: every function once.
import itertools as it

print(list(it.islice(it.count(10, 5), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(7, 2)))  # expect: [10, 15, 20] ['a', 'b', 'a', 'b', 'a'] [7, 7]
print(list(it.chain([1], "ab")), list(it.chain.from_iterable([[1, 2], [3]])), list(it.accumulate([1, 2, 3])), list(it.accumulate([2, 3], max, initial=0)))  # expect: [1, 'a', 'b'] [1, 2, 3] [1, 3, 6] [0, 2, 3]
print(list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2))[:3], list(it.product("ab", repeat=2)))  # expect: [('a', 'b'), ('a', 'c'), ('b', 'c')] [(1, 2), (1, 3), (2, 1)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]
print(list(it.combinations_with_replacement("ab", 2)), list(it.pairwise([1, 2, 3])), list(it.batched("abcde", 2)))  # expect: [('a', 'a'), ('a', 'b'), ('b', 'b')] [(1, 2), (2, 3)] [('a', 'b'), ('c', 'd'), ('e',)]
print([(k, list(g)) for k, g in it.groupby("aabccc")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda n: n % 2)])  # expect: [('a', ['a', 'a']), ('b', ['b']), ('c', ['c', 'c', 'c'])] [(1, 2), (0, 2)]
print(list(it.takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.filterfalse(bool, [0, 1, ""])))  # expect: [1, 2] [3, 1] [0, '']
print(list(it.zip_longest("ab", [1], fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress("abc", [1, 0, 1])))  # expect: [('a', 1), ('b', '-')] [8, 9] ['a', 'c']
a, b = it.tee([1, 2])
print(next(a), list(b), list(a), list(it.islice(range(10), 2, 8, 3)))  # expect: 1 [1, 2] [2] [2, 5]
counter = it.count()
print(next(counter), next(counter), counter, it.repeat(1, 3))  # expect: 0 1 count(2) repeat(1, 3)
