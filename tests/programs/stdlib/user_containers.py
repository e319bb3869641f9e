# UserDict, UserList, and subclasses of the built-in containers.
from collections import UserDict, UserList

class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __missing__(self, key):
        return f"<{key}>"

class Logged(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

class Positive(UserList):
    def append(self, item):
        if item <= 0:
            raise ValueError(item)
        super().append(item)

d = Lower({"A": 1})
d["B"] = 2
print(d, d["zz"], "a" in d, len(d))
logged = Logged(x=1)
logged["y"] = 2
logged.update(z=3)
print(logged)
p = Positive([1])
p.append(5)
try:
    p.append(-1)
except ValueError as error:
    print(repr(error), p, p.data)

class Default(dict):
    def __missing__(self, key):
        self[key] = len(self)
        return self[key]

numbers = Default()
print([numbers[word] for word in "a b a c".split()], numbers)

# stdout:
#| {'a': 1, 'b': 2} <zz> True 2
#| set y
#| {'x': 1, 'y': 2, 'z': 3}
#| ValueError(-1) [1, 5] [1, 5]
#| [0, 1, 0, 2] {'a': 0, 'b': 1, 'c': 2}
