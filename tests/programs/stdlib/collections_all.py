# collections: deque, Counter, defaultdict, OrderedDict, namedtuple, ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0])  # expect: deque([2], maxlen=3) 3 0 1 2
d.extend([8, 9])
d.rotate(1)
print(list(d), 9 in d, d.count(9), list(reversed(d)))  # expect: [9, 2, 8] True 1 [8, 2, 9]
d.clear()
try:
    d.pop()
except IndexError as error:
    print(error)  # expect: pop from an empty deque
c = Counter("hello")
c.update("lo")
print(c, c["z"], c.most_common(2), sorted(c.elements())[:3], c.total())  # expect: Counter({'l': 3, 'o': 2, 'h': 1, 'e': 1}) 0 [('l', 3), ('o', 2)] ['e', 'h', 'l'] 7
print(Counter(a=3) - Counter(a=1, b=2), Counter(a=1) + Counter(b=1), Counter("aab") & Counter("ab"))  # expect: Counter({'a': 2}) Counter({'a': 1, 'b': 1}) Counter({'a': 1, 'b': 1})
groups = defaultdict(list)
for word in ["one", "two", "three"]:
    groups[len(word)].append(word)
print(groups, dict(groups), groups.default_factory)  # expect: defaultdict(<class 'list'>, {3: ['one', 'two'], 5: ['three']}) {3: ['one', 'two'], 5: ['three']} <class 'list'>
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False))  # expect: OrderedDict({'a': 1}) ('b', 2)
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), Point._fields, p == (1, 0))  # expect: Point(x=1, y=0) 1 0 {'x': 1, 'y': 0} Point(x=5, y=0) ('x', 'y') True
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["a"], dict(ChainMap({"a": 1}, {"b": 3})))  # expect: 1 {'b': 3, 'a': 1}
