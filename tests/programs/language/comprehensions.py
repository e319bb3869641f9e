# List, set, dict and generator comprehensions, nested and filtered.
print([x * y for x in range(1, 4) for y in range(1, 4) if x <= y])
print({c: "hello".count(c) for c in "hello"})
print({x % 3 for x in range(10)})
print(sum(x * x for x in range(5)), max((len(w), w) for w in ["a", "bbb", "cc"]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([value for row in matrix for value in row if value % 2])
print(list(zip(*matrix)), dict(zip("abc", range(3))))
gen = (print("lazy", n) or n for n in [1, 2])
print("made")
print(next(gen))

# stdout:
#| [1, 2, 3, 4, 6, 9]
#| {'h': 1, 'e': 1, 'l': 2, 'o': 1}
#| {0, 1, 2}
#| 30 (3, 'bbb')
#| [[1, 4], [2, 5], [3, 6]]
#| [1, 3, 5]
#| [(1, 4), (2, 5), (3, 6)] {'a': 0, 'b': 1, 'c': 2}
#| made
#| lazy 1
#| 1
