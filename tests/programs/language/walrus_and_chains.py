# The walrus, chained comparisons, short circuits and conditional expressions.
if (n := len("threads")) > 5:
    print(n)
values = [1, 5, 3, 8]
print([y for x in values if (y := x * 2) > 5], y)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 != 1)

def noisy(value):
    print("evaluated", repr(value))
    return value

print(noisy(1) < noisy(0) < noisy(5))
print(noisy(0) or noisy("") or noisy("last"))
print(noisy(1) and noisy([]) and noisy("never"))
print("even" if 4 % 2 == 0 else "odd", not [], not 0.1)

# stdout:
#| 7
#| [10, 6, 16] 16
#| True False True True
#| evaluated 1
#| evaluated 0
#| False
#| evaluated 0
#| evaluated ''
#| evaluated 'last'
#| last
#| evaluated 1
#| evaluated []
#| []
#| even True False
