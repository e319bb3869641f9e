# A dict made from a subclass of dict has what lies in it, not what its `__getitem__` says.
class Loud(dict):
    def __getitem__(self, key):
        return "loud"


class Own(dict):
    def __iter__(self):
        return iter(["a"])

    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        return "own"


print(dict(Loud(a=1)), {**Loud(b=2)}, dict(Own(x=1)))
d = {}
d.update(Loud(c=3))
d |= Loud(d=4)
print(d, Loud(a=1)["a"])

# stdout:
#| {'a': 1} {'b': 2} {'a': 'own'}
#| {'c': 3, 'd': 4} loud
