# Tuple and starred unpacking, swaps, nested targets, and the errors of wrong lengths.
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
(p, [q, r]), s = (1, "xy"), {"k": 0}
print(p, q, r, s)
*init, = "abc"
print(init)
for name, (low, high) in [("a", (1, 2)), ("b", (3, 4))]:
    print(name, low + high)
print([*range(3), *"xy"], (*[], 1), {**{"a": 1}, "b": 2}, {*[1, 1, 2]})
for bad in ((1,), (1, 2, 3), (), 5):
    try:
        x, y = bad
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    x, *y, z = [1]
except ValueError as error:
    print(error)
index = 0
index, row = 1, [0, 0, 0]
row[index], index = index, 2
print(row, index)

# stdout:
#| 2 1
#| 0 [1, 2, 3, 4] 5
#| 1 x y {'k': 0}
#| ['a', 'b', 'c']
#| a 3
#| b 7
#| [0, 1, 2, 'x', 'y'] (1,) {'a': 1, 'b': 2} {1, 2}
#| ValueError not enough values to unpack (expected 2, got 1)
#| ValueError too many values to unpack (expected 2)
#| ValueError not enough values to unpack (expected 2, got 0)
#| TypeError cannot unpack non-iterable int object
#| not enough values to unpack (expected at least 2, got 1)
#| [0, 1, 0] 2
