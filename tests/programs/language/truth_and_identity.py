# Truth values, is against ==, None, shared small constants, in.
for value in (0, 0.0, "", [], {}, (), set(), None, False, range(0), b"", 1, "0", [0], object):
    print(int(bool(value)), end="")
print()
a, b = [1], [1]
print(a == b, a is b, a is not b)
print(None is None, (x := None) is x)
small, other = 256, 255 + 1
print(small is other)
print(1 in [1.0], "ell" in "hello", "k" in {"k": 1}, 3 not in range(5), nan_in := (float("nan") in [float("nan")]))
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan])

class Empty:
    def __len__(self):
        return 0

print(bool(Empty()), "yes" if Empty() else "no")
print(True + True, isinstance(True, int), sum([True, False, True]))

# stdout:
#| 000000000001111
#| True False True
#| True True
#| True
#| True True True False False
#| False True True
#| False no
#| 2 True 2
