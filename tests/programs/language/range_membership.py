# `in` a long range is arithmetic for ints, and quick for what equals one.
long = range(0, 10 ** 12, 3)
print(10 ** 11 in long, 999999999999 in long, 10 ** 13 in long, -3 in long)
print(True in range(2), False in range(1, 5), 2 ** 80 in range(10))
short = range(0, 10, 2)
print(4.0 in short, 5.0 in short, 4.5 in short, "4" in short, None in short, float("nan") in short, float("inf") in short)

# stdout:
#| False True False False
#| True False False
#| True False False False False False False
