# What OrderedDict, deque, defaultdict and Counter ask of a subclass, and what not.
import threading
from collections import Counter, OrderedDict, UserDict, defaultdict, deque


class LastUpdated(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)


d = LastUpdated()
d["a"] = 1
d["b"] = 2
d["a"] = 3
print(d)


class LRU(OrderedDict):
    def __init__(self, maxsize=128, /, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            del self[oldest]


lru = LRU(2, a=1, b=2, c=3)
print(list(lru), lru["b"], list(lru))
lru["d"] = 4
print(list(lru.items()))


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __len__(self):
        print("len")
        return super().__len__()


o = Loud([("a", 1)], z=2)
o.update(b=2)
o.update({"e": 5})
o.setdefault("c", 3)
o.setdefault("c", 4)
o |= {"d": 4}
o |= [("f", 6)]
print(list(o.copy().items()))
print(type(o | {"g": 1}), type({"g": 1} | o))
o.move_to_end("a", last=False)
print(o.popitem(), o.popitem(False), o.pop("b"))
try:
    OrderedDict().move_to_end("missing")
except KeyError as e:
    print(repr(e))
plain = OrderedDict(a=1, b=2, c=3)
plain.move_to_end("b", False)
plain.move_to_end("a")
print(plain, plain.setdefault("x", 1), plain.popitem(last=False))


class History(deque):
    def append(self, x):
        print("append", x)
        super().append(x)

    def extend(self, items):
        print("extend")
        super().extend(items)


h = History([1, 2], maxlen=3)
h.extend([3])
h += [5]
h.append(4)
print(h, h.copy(), type(h * 2), h + deque([9]))


class DD(defaultdict):
    def update(self, *args, **kwds):
        print("update")


print(DD(int, a=1), DD(int, a=1).copy(), DD(int, a=1) | {"b": 2})


class Counted(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


print(Counted({"q": 1}), Counted("aab"))


class Names(UserDict):
    pass


print(Names.fromkeys("ab", 0), type(Names.fromkeys("ab")))


class Told(threading.Condition):
    def notify(self, n=1):
        print("notify", n)
        super().notify(n)


with Told() as _:
    pass
told = Told()
with told:
    told.notify_all()
pairs = {"a": 1}
pairs |= [("b", 2)]
print(pairs)
for wrong in (5, ["ab", 3]):
    try:
        pairs |= wrong
    except TypeError as e:
        print(e)

# stdout:
#| LastUpdated({'b': 2, 'a': 3})
#| ['b', 'c'] 2 ['c', 'b']
#| [('b', 2), ('d', 4)]
#| set a
#| set z
#| set b
#| set e
#| set c
#| set d
#| set f
#| set a
#| set z
#| set b
#| set e
#| set c
#| set d
#| set f
#| [('a', 1), ('z', 2), ('b', 2), ('e', 5), ('c', 3), ('d', 4), ('f', 6)]
#| set a
#| set z
#| set b
#| set e
#| set c
#| set d
#| set f
#| set g
#| set g
#| set a
#| set z
#| set b
#| set e
#| set c
#| set d
#| set f
#| <class '__main__.Loud'> <class '__main__.Loud'>
#| ('f', 6) ('a', 1) 2
#| KeyError('missing')
#| OrderedDict({'c': 3, 'a': 1, 'x': 1}) 1 ('b', 2)
#| extend
#| append 4
#| History([3, 5, 4], maxlen=3) History([3, 5, 4], maxlen=3) <class '__main__.History'> History([5, 4, 9], maxlen=3)
#| DD(<class 'int'>, {'a': 1}) DD(<class 'int'>, {'a': 1}) DD(<class 'int'>, {'a': 1, 'b': 2})
#| set a 1
#| set a 2
#| set b 1
#| Counted({'q': 1}) Counted({'a': 2, 'b': 1})
#| {'a': 0, 'b': 0} <class '__main__.Names'>
#| notify 0
#| {'a': 1, 'b': 2}
#| 'int' object is not iterable
#| cannot convert dictionary update sequence element #1 to a sequence
