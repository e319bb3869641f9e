# A set is looked for in a set as if it were frozen, unless it has a hash of its own.
s = {frozenset({1}), frozenset({2, 3})}
print({1} in s, {1, 2} in s, {3, 2} not in s, set() in s)
s.discard({1})
print(s)
try:
    s.remove({9})
except KeyError as e:
    print(repr(e))


class Hashed(set):
    def __hash__(self):
        return 7


h = Hashed([1])
t = {h}
print(h in t, {1} in t)
t.remove(h)
print(t)
try:
    [1] in s
except TypeError as e:
    print(e)


def counter():
    n = 0

    def add():
        nonlocal n
        n += 1
        return n

    return add


add = counter()
add()
add.__closure__[0].cell_contents = 40
print(add(), add.__closure__[0].cell_contents)

# stdout:
#| True False False False
#| {frozenset({2, 3})}
#| KeyError({9})
#| True False
#| set()
#| unhashable type: 'list'
#| 41 41
