# len, range, enumerate, zip, reversed, sorted, min, max, sum, any, all.
print(list(range(5)), list(range(2, 8, 3)), range(3), range(0, 10, 2)[2], 4 in range(0, 10, 2))
print(list(enumerate("ab", start=1)), list(zip([1, 2, 3], "ab")))
print(list(reversed([1, 2, 3])), "".join(reversed("abc")))
print(sorted([3, 1, 2], reverse=True), sorted("bca"), sorted(["bb", "a", "ccc"], key=len))
print(min(3, 1, 2), max("apple", "fig", key=len), min([], default="none"), sum([1, 2], 10), sum([0.1] * 3))
print(any([]), all([]), any(x > 2 for x in (1, 3)), all([1, 0]))
for bad in (lambda: min([]), lambda: sum(["a"]), lambda: len(5), lambda: sorted([1, "a"]), lambda: range(1, 2, 0), lambda: list(zip([1], [], strict=True))):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# stdout:
#| [0, 1, 2, 3, 4] [2, 5] range(0, 3) 4 True
#| [(1, 'a'), (2, 'b')] [(1, 'a'), (2, 'b')]
#| [3, 2, 1] cba
#| [3, 2, 1] ['a', 'b', 'c'] ['a', 'bb', 'ccc']
#| 1 apple none 13 0.30000000000000004
#| False True True False
#| ValueError min() iterable argument is empty
#| TypeError unsupported operand type(s) for +: 'int' and 'str'
#| TypeError object of type 'int' has no len()
#| TypeError '<' not supported between instances of 'str' and 'int'
#| ValueError range() arg 3 must not be zero
#| ValueError zip() argument 2 is shorter than argument 1
