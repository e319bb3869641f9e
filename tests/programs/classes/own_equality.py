# Objects with an equality of their own in lists, sets and dicts
class J:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return isinstance(other, J) and self.n == other.n

    def __repr__(self):
        return f"J{self.n}"


print(J(1) in {J(1)}, J(1) in [J(1)], {J(1)} == {J(1)}, {J(1)} <= {J(1)}, {J(1), J(2)} > {J(1)}, {J(1)} != {J(1)})
print({J(1)}.issubset({J(1)}), {J(1)}.issuperset([J(1)]), {J(1)} < {J(2), J(3)})
print(J(1) in {J(1): 2}, {J(1): 1} == {J(1): 1}, set([J(1), J(1)]))
items = [J(1), J(2), J(1)]
items.remove(J(2))
print(items, items.index(J(1), 1), items.count(J(1)))
for attempt in (lambda: items.remove(J(9)), lambda: items.index(J(9)), lambda: (J(1),).index(J(2))):
    try:
        attempt()
    except ValueError as error:
        print(error)
print(({J(1)}, set()), [J(1), set(), frozenset(), {}])
print(frozenset([J(1), J(1)]), frozenset({J(1)}).union({J(1)}), frozenset({J(1)}) == {J(1)})
print(hash(frozenset([J(1)])) == hash(frozenset([J(1)])), set(frozenset([3, 1, 2])), frozenset({3, 1}))


def made():
    d = dict.fromkeys([J(1), J(2), J(1)])
    x = 1
    return d, x


print(made(), dict.fromkeys([J(1), J(1)], 0))

# stdout:
#| True True True True True False
#| True True False
#| True True {J1}
#| [J1, J1] 1 2
#| list.remove(x): x not in list
#| J9 is not in list
#| tuple.index(x): x not in tuple
#| ({J1}, set()) [J1, set(), frozenset(), {}]
#| frozenset({J1}) frozenset({J1}) True
#| True {1, 2, 3} frozenset({1, 3})
#| ({J1: None, J2: None}, 1) {J1: 0}
