# Pickled and back: equal, not identical; shared references and cycles survive; bytes are counted.
import pickle

class Node:
    def __init__(self, name):
        self.name, self.links = name, []

for value in (None, True, 5, 300, 70000, 2 ** 40, -1, 1.5, "text", "é", b"raw", [1, 2], (1, "a"), {"k": [1]}, {1, 2}, frozenset("a"), range(3)):
    data = pickle.dumps(value)
    print(len(data), pickle.loads(data) == value, type(pickle.loads(data)).__name__)
inner = [1]
pair = pickle.loads(pickle.dumps([inner, inner]))
print(pair[0] is pair[1])
a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
copy = pickle.loads(pickle.dumps(a))
print(copy is a, copy.links[0].name, copy.links[0].links[0] is copy)

# stdout:
#| 4 True NoneType
#| 4 True bool
#| 5 True int
#| 15 True int
#| 17 True int
#| 20 True int
#| 17 True int
#| 21 True float
#| 19 True str
#| 17 True str
#| 18 True bytes
#| 20 True list
#| 20 True tuple
#| 24 True dict
#| 20 True set
#| 19 True frozenset
#| 43 True range
#| True
#| False b True
