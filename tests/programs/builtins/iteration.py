# iter, next, map, filter, callable iterators, and exhausted iterators.
it = iter([1, 2])
print(next(it), next(it), next(it, "end"))  # expect: 1 2 end
try:
    next(it)
except StopIteration as error:
    print(repr(error))  # expect: StopIteration()
print(list(map(str.upper, "ab")), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, "", "x"])))  # expect: ['A', 'B'] [3, 5] [1, 'x']
print(list(filter(lambda n: n % 2, range(5))))  # expect: [1, 3]
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))  # expect: [1, 2] [3]
m = map(int, ["1"])
print(list(m), list(m))  # expect: [1] []
pairs = zip("ab", [1, 2])
print(dict(pairs), list(pairs))  # expect: {'a': 1, 'b': 2} []
try:
    iter(5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
try:
    for _ in 7:
        pass
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
