# Sets: operations, methods, the order that small integers and strings have with hash seed 0.
s = {3, 1, 2}
print(s, {10, 5, 1}, set(), frozenset({2, 1}))
s.add(5)
s.discard(100)
s.remove(1)
print(s | {9}, s & {2, 3}, s - {2}, s ^ {2, 7})
print({1, 2} <= {1, 2, 3}, {1}.isdisjoint({2}), {1, 2}.issuperset({2}), {1} < {1})
s.update([8], (9,))
s.intersection_update({2, 3, 9})
print(sorted(s), s.pop() in (2, 3, 9), len(s))
print(sorted({"pear", "fig", "apple"}), {1, 1.0, True})
print({"a", "b", "c", "d"})
print({"Ann": 1}.keys() | {"Bob"} == {"Bob", "Ann"})
for bad in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[1]}):
    try:
        bad()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| {1, 2, 3} {1, 10, 5} set() frozenset({1, 2})
#| {9, 2, 3, 5} {2, 3} {3, 5} {3, 5, 7}
#| True True True False
#| [2, 3, 9] True 2
#| ['apple', 'fig', 'pear'] {1}
#| {'d', 'c', 'a', 'b'}
#| True
#| KeyError 'pop from an empty set'
#| KeyError 2
#| TypeError unhashable type: 'list'
