# Built-in functions and methods as attributes of classes: functions are not bound, methods are.
import math
import os
from collections.abc import Iterator


class Greeter:
    out = print
    best = max
    size = len
    root = math.isqrt
    table = str.maketrans
    cpus = os.cpu_count
    upper = "text".upper
    to_list = list

    def run(self):
        self.out("hi")
        return self.best([1, 2]), self.size("abc"), self.root(17), self.table("a", "b"), self.upper(), self.to_list("ab")


print(Greeter().run(), type(Greeter().cpus()) is int)


class Caller:
    __call__ = print
    __len__ = lambda self: 3


Caller()("called", "like print")


class AttrDict(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


d = AttrDict(a=1)
d.b = 2
print(d, d.zzz, d.b)
del d.a
print(d)


class Taken(list):
    __delitem__ = list.remove
    __contains__ = list.count
    __getitem__ = list.index


t = Taken([5, 6, 7])
del t[6]
print(list(t), t[7], 5 in t, 9 in t)


class Place(str):
    __getitem__ = str.index
    __len__ = str.__hash__


print(Place("abc")["c"])


class Known(dict):
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    __repr__ = object.__repr__


k = Known(a=1)
print(k == Known(a=1), k == k, {k: "found"}[k], repr(k).startswith("<__main__.Known object at"))


class Plain(dict):
    __getitem__ = dict.__getitem__
    __repr__ = dict.__repr__


print(Plain(a=1)["a"], Plain(a=1))


class Lines(Iterator):
    __next__ = iter(["one", "two"]).__next__


print(list(Lines()))

# stdout:
#| hi
#| (2, 3, 4, {97: 98}, 'TEXT', ['a', 'b']) True
#| called like print
#| {'a': 1, 'b': 2} None 2
#| {'b': 2}
#| [5, 7] 1 True False
#| 2
#| False True found True
#| 1 {'a': 1}
#| ['one', 'two']
