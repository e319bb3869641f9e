# Collections whole.
from collections import *
d = deque([1, 2, 3], maxlen=3); d.append(4); d.appendleft(0); print(d, d.maxlen); d.rotate(1); print(d, d[0], d[-1]); d.extend([7]); d.extendleft([8, 9]); print(list(d), d.index(8), d.count(9)); d.remove(8); d.insert(1, "i"); print(d); d.reverse(); print(d, len(d), 9 in d, d == deque([1])); d.clear(); print(d, d.copy())
c = Counter("mississippi"); print(c, c.most_common(2), list(c.elements())[:4]); c.update("ss"); c.subtract("i"); print(c["s"], c["zz"], c.total()); print(c + Counter("m"), c & Counter("mm"), c - Counter("ssss"), +Counter(a=-1, b=2), Counter(a=1) | Counter(a=3)); del c["m"]; print("m" in c)
dd = defaultdict(list); dd["a"].append(1); print(dd, dd.default_factory, dd.get("q")); di = defaultdict(int, x=1); di["y"] += 5; print(di)
try: defaultdict(5)
except TypeError as e: print(e)
o = OrderedDict(a=1, b=2); o.move_to_end("a"); print(o, o.popitem(), o == {"b": 2}); o.move_to_end("b", last=False)
P = namedtuple("P", "x y", defaults=[0]); p = P(1); print(p, p._replace(y=5), p._asdict(), P._fields, P._field_defaults, p.x + p[1], P._make([3, 4])); x, y = p; print(x, y, p == (1, 0), isinstance(p, tuple), hash(p) == hash((1, 0)))
try: P()
except TypeError as e: print(e)
try: p.x = 1
except AttributeError as e: print(e)
ch = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(ch["a"], ch["b"], dict(ch), ch.maps, ch.new_child({"z": 1}), ch.parents, len(ch))
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); print(l, l.data)
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
u = D(A=1); u["B"] = 2; print(u, u.get("a"), "b" in u)
print(UserString("abc").upper(), UserString("x") + "y")
try: deque([1], maxlen=-1)
except ValueError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
for i in deque([1, 2, 3]): print(i, end=" ")
print()
dq = deque([1, 2])
try:
    for i in dq: dq.append(3)
except RuntimeError as e: print(e)

# stdout:
#| deque([0, 2, 3], maxlen=3) 3
#| deque([3, 0, 2], maxlen=3) 3 2
#| [9, 8, 0] 1 1
#| deque([9, 'i', 0], maxlen=3)
#| deque([0, 'i', 9], maxlen=3) 3 True False
#| deque([], maxlen=3) deque([], maxlen=3)
#| Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) [('i', 4), ('s', 4)] ['m', 'i', 'i', 'i']
#| 6 0 12
#| Counter({'s': 6, 'i': 3, 'm': 2, 'p': 2}) Counter({'m': 1}) Counter({'i': 3, 's': 2, 'p': 2, 'm': 1}) Counter({'b': 2}) Counter({'a': 3})
#| False
#| defaultdict(<class 'list'>, {'a': [1]}) <class 'list'> None
#| defaultdict(<class 'int'>, {'x': 1, 'y': 5})
#| first argument must be callable or None
#| OrderedDict({'b': 2}) ('a', 1) True
#| P(x=1, y=0) P(x=1, y=5) {'x': 1, 'y': 0} ('x', 'y') {'y': 0} 1 P(x=3, y=4)
#| 1 0 True True True
#| P.__new__() missing 1 required positional argument: 'x'
#| can't set attribute
#| 1 3 {'a': 1, 'b': 3} [{'a': 1}, {'a': 2, 'b': 3}] ChainMap({'z': 1}, {'a': 1}, {'a': 2, 'b': 3}) ChainMap({'a': 2, 'b': 3}) 2
#| [1, 4] [1, 4]
#| {'a': 1, 'b': 2} 1 True
#| ABC xy
#| maxlen must be non-negative
#| pop from empty list
#| 1 2 3 
#| deque mutated during iteration
