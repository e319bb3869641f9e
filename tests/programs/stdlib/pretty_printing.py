# Nested values of all kinds, printed in all kinds of ways.
import collections
import dataclasses
import pprint
import random
import types

draw = random.Random(3)


@dataclasses.dataclass
class Pair:
    first: object
    second: object


def some(depth):
    kind = draw.randrange(14 if depth > 0 else 4)
    if kind == 0:
        return draw.choice([1, 12345678, -3, 0.5, True, None])
    if kind == 1:
        return draw.choice(["a", "x" * 30, "the quick brown fox jumps over the lazy dog " * 3, "Привет", "line\nbreak"])
    if kind == 2:
        return draw.choice([b"ab", b"x" * 50])
    if kind == 3:
        return draw.choice([(), [], {}, set(), frozenset()])
    if kind == 4:
        return [some(depth - 1) for _ in range(draw.randrange(6))]
    if kind == 5:
        return tuple(some(depth - 1) for _ in range(draw.randrange(4)))
    if kind == 6:
        return {draw.choice([f"k{i}", i, f"long key number {i}"]): some(depth - 1) for i in range(draw.randrange(6))}
    if kind == 7:
        return {draw.choice([i, f"s{i}"]) for i in range(draw.randrange(8))}
    if kind == 8:
        return {("t", i): some(depth - 1) for i in range(draw.randrange(3))}
    if kind == 9:
        return collections.OrderedDict(a=some(depth - 1), bb=some(depth - 1))
    if kind == 10:
        return collections.defaultdict(None, a=some(depth - 1), b=some(depth - 1))
    if kind == 11:
        return collections.Counter("abracadabra" * draw.randrange(2) + "xyz")
    if kind == 12:
        return collections.deque([some(depth - 1), some(depth - 1)], maxlen=draw.choice([None, 5]))
    return draw.choice([
        types.SimpleNamespace(a=some(depth - 1), b=some(depth - 1)),
        Pair(some(depth - 1), some(depth - 1)),
        collections.ChainMap({1: some(depth - 1)}, {2: some(depth - 1)}),
        bytearray(b"q" * 60),
        types.MappingProxyType({1: some(depth - 1)}),
    ])


for i in range(120):
    options = {}
    if draw.random() < 0.3:
        options["width"] = draw.choice([20, 40, 60])
    if draw.random() < 0.2:
        options["indent"] = draw.choice([2, 4])
    if draw.random() < 0.2:
        options["compact"] = True
    if draw.random() < 0.2:
        options["sort_dicts"] = False
    if draw.random() < 0.2:
        options["depth"] = draw.choice([1, 2])
    if draw.random() < 0.1:
        options["underscore_numbers"] = True
    print(i, options)
    pprint.pprint(some(3), **options)

printer = pprint.PrettyPrinter(width=20)
printer.pprint({"name": "worker", "tasks": list(range(10))})
print(pprint.isreadable([1, "a"]), pprint.isrecursive([[1]]), pprint.saferepr({2: 1, 1: (3,)}))
for wrong in ({"indent": -1}, {"width": 0}, {"depth": 0}):
    try:
        pprint.PrettyPrinter(**wrong)
    except ValueError as error:
        print(error)

# stdout:
#| 0 {'width': 60, 'indent': 4, 'sort_dicts': False, 'depth': 2}
#| []
#| 1 {}
#| defaultdict(None,
#|             {'a': b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#|              'b': Counter({'x': 1, 'y': 1, 'z': 1})})
#| 2 {'indent': 2, 'sort_dicts': False}
#| Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'x': 1, 'y': 1, 'z': 1})
#| 3 {}
#| ()
#| 4 {'width': 40}
#| {('t', 0): OrderedDict([('a',
#|                          ('the quick '
#|                           'brown fox '
#|                           'jumps over '
#|                           'the lazy '
#|                           'dog the '
#|                           'quick brown '
#|                           'fox jumps '
#|                           'over the '
#|                           'lazy dog '
#|                           'the quick '
#|                           'brown fox '
#|                           'jumps over '
#|                           'the lazy '
#|                           'dog ',
#|                           -3,
#|                           'the quick '
#|                           'brown fox '
#|                           'jumps over '
#|                           'the lazy '
#|                           'dog the '
#|                           'quick brown '
#|                           'fox jumps '
#|                           'over the '
#|                           'lazy dog '
#|                           'the quick '
#|                           'brown fox '
#|                           'jumps over '
#|                           'the lazy '
#|                           'dog ')),
#|                         ('bb',
#|                          {('t', 0): None,
#|                           ('t', 1): 'line\n'
#|                                     'break'})])}
#| 5 {'width': 20, 'indent': 4, 'compact': True}
#| [   deque([   {},
#|               True]),
#|     {   3: [   b'ab',
#|                -3,
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xxxx'
#|                b'xx',
#|                'Привет'],
#|         4: {   0, 3,
#|                's1',
#|                's2',
#|                's4',
#|                's5'},
#|         'k1': 'line\n'
#|               'break',
#|         'long key number 0': (   'a',
#|                                  b'ab'),
#|         'long key number 2': 12345678},
#|     [   [   b'ab',
#|             frozenset(),
#|             b'ab',
#|             frozenset()],
#|         OrderedDict([   (   'a',
#|                             'a'),
#|                         (   'bb',
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xxxx'
#|                             b'xx')]),
#|         (   b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xxxx'
#|             b'xx',
#|             True),
#|         None]]
#| 6 {'width': 40}
#| (namespace(a=OrderedDict([('a',
#|                            b'xxxxxxxx'
#|                            b'xxxxxxxx'
#|                            b'xxxxxxxx'
#|                            b'xxxxxxxx'
#|                            b'xxxxxxxx'
#|                            b'xxxxxxxx'
#|                            b'xx'),
#|                           ('bb', ())]),
#|            b=deque([True,
#|                     'the quick brown '
#|                     'fox jumps over '
#|                     'the lazy dog the '
#|                     'quick brown fox '
#|                     'jumps over the '
#|                     'lazy dog the '
#|                     'quick brown fox '
#|                     'jumps over the '
#|                     'lazy dog '])),
#|  {})
#| 7 {}
#| 'line\nbreak'
#| 8 {'indent': 4}
#| [   OrderedDict({'a': {}, 'bb': {'k0': 0.5}}),
#|     Pair(first=bytearray(b'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'
#|                          b'qqqqqqqq'),
#|          second=Counter({'x': 1, 'y': 1, 'z': 1})),
#|     [set(), ('a',), {}, b'ab']]
#| 9 {'depth': 2, 'underscore_numbers': True}
#| [[{...}, deque([1, 'a']), 1, set()]]
#| 10 {'indent': 4}
#| OrderedDict([   (   'a',
#|                     [   [b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
#|                         'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']),
#|                 ('bb', {})])
#| 11 {'compact': True, 'sort_dicts': False}
#| deque([{('t', 0): defaultdict(None, {'a': True, 'b': ()})},
#|        (deque([b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', set()]),
#|         [], {('t', 0): 0.5})])
#| 12 {}
#| []
#| 13 {'indent': 4}
#| OrderedDict({'a': Counter({'x': 1, 'y': 1, 'z': 1}), 'bb': {0, 's1'}})
#| 14 {'width': 20}
#| mappingproxy({1: b'ab'})
#| 15 {}
#| {}
#| 16 {'indent': 2, 'depth': 2}
#| defaultdict(None, {'a': (), 'b': -3})
#| 17 {'compact': True}
#| b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#| 18 {'width': 40, 'indent': 4, 'compact': True, 'underscore_numbers': True}
#| Counter({   'a': 5,
#|             'b': 2,
#|             'r': 2,
#|             'c': 1,
#|             'd': 1,
#|             'x': 1,
#|             'y': 1,
#|             'z': 1})
#| 19 {}
#| Pair(first=defaultdict(None,
#|                        {'a': Counter({'x': 1, 'y': 1, 'z': 1}),
#|                         'b': defaultdict(None,
#|                                          {'a': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#|                                           'b': b'xxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#|                                                b'xxxxxxxxxxxxxxxxxxxxxx'})}),
#|      second='a')
#| 20 {'width': 60}
#| {'s0'}
#| 21 {'compact': True}
#| Counter({'x': 1, 'y': 1, 'z': 1})
#| 22 {'width': 20}
#| OrderedDict([('a',
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xxxx'
#|               b'xx'),
#|              ('bb',
#|               deque([frozenset(),
#|                      {}]))])
#| 23 {'width': 40}
#| ChainMap({1: deque([{},
#|                     True],
#|                    maxlen=5)},
#|          {2: 'line\nbreak'})
#| 24 {'sort_dicts': False}
#| None
#| 25 {'width': 40, 'sort_dicts': False, 'depth': 1}
#| 'a'
#| 26 {'underscore_numbers': True}
#| bytearray(b'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq')
#| 27 {}
#| ()
#| 28 {'indent': 2}
#| deque([[frozenset(), [], Pair(first=None, second=())], {}], maxlen=5)
#| 29 {'width': 60}
#| {0, 4, 's3', 's2', 's1'}
#| 30 {'indent': 4, 'compact': True}
#| {   'long key number 0': namespace(a=Counter({   'a': 5,
#|                                                  'b': 2,
#|                                                  'r': 2,
#|                                                  'c': 1,
#|                                                  'd': 1,
#|                                                  'x': 1,
#|                                                  'y': 1,
#|                                                  'z': 1}),
#|                                    b=namespace(a=b'ab',
#|                                                b=b'xxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#|                                                  b'xxxxxxxxxxxxxxxxxxxxxx'))}
#| 31 {}
#| 1
#| 32 {'width': 20}
#| deque([{}, {0, 1}])
#| 33 {'compact': True}
#| {'long key number 0': OrderedDict([('a', 'Привет'),
#|                                    ('bb',
#|                                     deque([b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#|                                            b'xxxxxxxxxxxxxxxxxx',
#|                                            ()],
#|                                           maxlen=5))])}
#| 34 {}
#| Counter({'x': 1, 'y': 1, 'z': 1})
#| 35 {'indent': 2}
#| 'line\nbreak'
#| 36 {'sort_dicts': False}
#| [(Counter({'x': 1, 'y': 1, 'z': 1}),)]
#| 37 {}
#| {1: {('t', 0): None, ('t', 1): set()},
#|  'k0': OrderedDict([('a', {0: frozenset(), 'k1': b'ab', 'k2': 1}),
#|                     ('bb', Counter({'x': 1, 'y': 1, 'z': 1}))])}
#| 38 {'width': 20}
#| ['Привет']
#| 39 {'width': 40}
#| {0: b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#|     b'xxxxxxxxxxxxxxxxxx',
#|  1: {0,
#|      4,
#|      's1',
#|      's2',
#|      's3',
#|      's5',
#|      's6'},
#|  2: deque([ChainMap({1: 12345678},
#|                     {2: 1}),
#|            deque([b'ab', []])]),
#|  3: {'k0': OrderedDict([('a', 0.5),
#|                         ('bb',
#|                          b'xxxxxxxxxxxx'
#|                          b'xxxxxxxxxxxx'
#|                          b'xxxxxxxxxxxx'
#|                          b'xxxxxxxxxxxx'
#|                          b'xx')]),
#|      'k1': defaultdict(None,
#|                        {'a': set(),
#|                         'b': b'xxxxxxxx'
#|                              b'xxxxxxxx'
#|                              b'xxxxxxxx'
#|                              b'xxxxxxxx'
#|                              b'xxxxxxxx'
#|                              b'xxxxxxxx'
#|                              b'xx'})},
#|  'k4': 0.5}
#| 40 {'width': 60, 'indent': 2}
#| deque([ ChainMap({ 1: defaultdict(None,
#|                                   { 'a': {},
#|                                     'b': 'the quick brown '
#|                                          'fox jumps over '
#|                                          'the lazy dog the '
#|                                          'quick brown fox '
#|                                          'jumps over the '
#|                                          'lazy dog the '
#|                                          'quick brown fox '
#|                                          'jumps over the '
#|                                          'lazy dog '})},
#|                  {2: b'ab'}),
#|         {4, 's3', 6, 's2', 's0', 's1', 's5'}])
#| 41 {'underscore_numbers': True}
#| OrderedDict({'a': OrderedDict({'a': {}, 'bb': {'s0', 's1'}}), 'bb': 'Привет'})
#| 42 {}
#| {}
#| 43 {'indent': 4, 'depth': 1}
#| (   OrderedDict([...]),
#|     Counter({'x': 1, 'y': 1, 'z': 1}))
#| 44 {'compact': True, 'underscore_numbers': True}
#| [{3, 1, 's0', 2}, {0, 1}, Counter({'x': 1, 'y': 1, 'z': 1})]
#| 45 {'sort_dicts': False}
#| defaultdict(None,
#|             {'a': b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#|              'b': []})
#| 46 {'indent': 2, 'depth': 2}
#| -3
#| 47 {'width': 20, 'indent': 2}
#| -3
#| 48 {}
#| Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'x': 1, 'y': 1, 'z': 1})
#| 49 {}
#| {('t', 0): [b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
#|             mappingproxy({1: 0.5}),
#|             mappingproxy({1: 'line\nbreak'})],
#|  ('t', 1): {}}
#| 50 {}
#| Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'x': 1, 'y': 1, 'z': 1})
#| 51 {}
#| {}
#| 52 {}
#| {0, 2, 3, 's4', 's1'}
#| 53 {'sort_dicts': False}
#| ('the quick brown fox jumps over the lazy dog the quick brown fox jumps over '
#|  'the lazy dog the quick brown fox jumps over the lazy dog ')
#| 54 {'indent': 4}
#| ()
#| 55 {}
#| OrderedDict({'a': {1, 's0'}, 'bb': -3})
#| 56 {'width': 20, 'indent': 2, 'depth': 1}
#| ( Counter({ 'a': 5,
#|             'b': 2,
#|             'r': 2,
#|             'c': 1,
#|             'd': 1,
#|             'x': 1,
#|             'y': 1,
#|             'z': 1}),
#|   Pair(first=[...],
#|        second='Привет'),
#|   {...})
#| 57 {'width': 60, 'sort_dicts': False}
#| ()
#| 58 {'depth': 2}
#| OrderedDict({'a': {}, 'bb': set()})
#| 59 {'indent': 2}
#| b'ab'
#| 60 {}
#| {}
#| 61 {'width': 40}
#| (set(),)
#| 62 {}
#| 'Привет'
#| 63 {'width': 60, 'sort_dicts': False, 'depth': 2}
#| bytearray(b'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'
#|           b'qqqqqqqqqqqqqqqq')
#| 64 {'indent': 4, 'depth': 2}
#| defaultdict(None,
#|             {   'a': [   (...),
#|                          {0, 1, 3, 's4', 's2'},
#|                          Counter({'x': 1, 'y': 1, 'z': 1}),
#|                          (...,)],
#|                 'b': b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'})
#| 65 {}
#| Counter({'x': 1, 'y': 1, 'z': 1})
#| 66 {'width': 60, 'indent': 2, 'sort_dicts': False}
#| ([], {3, 1, 's0', 's2'}, ())
#| 67 {'depth': 1}
#| {}
#| 68 {'sort_dicts': False}
#| set()
#| 69 {'indent': 2, 'compact': True}
#| ( Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'x': 1, 'y': 1, 'z': 1}),
#|   { ('t', 0): defaultdict(None,
#|                           { 'a': set(),
#|                             'b': b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#|                                  b'xxxxxx'}),
#|     ('t', 1): {('t', 0): []}},
#|   1)
#| 70 {'width': 60, 'indent': 2}
#| ( None,
#|   { ('t', 0): Counter({ 'a': 5,
#|                         'b': 2,
#|                         'r': 2,
#|                         'c': 1,
#|                         'd': 1,
#|                         'x': 1,
#|                         'y': 1,
#|                         'z': 1}),
#|     ('t', 1): ()})
#| 71 {'width': 60, 'indent': 4, 'sort_dicts': False}
#| OrderedDict([   ('a', Counter({'x': 1, 'y': 1, 'z': 1})),
#|                 ('bb', ['line\nbreak'])])
#| 72 {'width': 60, 'indent': 2}
#| { ('t', 0): OrderedDict([ ('a', {0, 1, 2, 's3'}),
#|                           ( 'bb',
#|                             defaultdict(None,
#|                                         { 'a': [],
#|                                           'b': 1}))]),
#|   ('t', 1): (Pair(first=(), second={}), [])}
#| 73 {'indent': 4, 'sort_dicts': False}
#| 'a'
#| 74 {}
#| OrderedDict([('a',
#|               {2: {('t', 0): 1},
#|                3: 'Привет',
#|                'k4': Counter({'a': 5,
#|                               'b': 2,
#|                               'r': 2,
#|                               'c': 1,
#|                               'd': 1,
#|                               'x': 1,
#|                               'y': 1,
#|                               'z': 1}),
#|                'long key number 0': frozenset(),
#|                'long key number 1': {0: 12345678,
#|                                      1: -3,
#|                                      'long key number 2': 'Привет',
#|                                      'long key number 3': 'the quick brown fox '
#|                                                           'jumps over the lazy '
#|                                                           'dog the quick brown '
#|                                                           'fox jumps over the '
#|                                                           'lazy dog the quick '
#|                                                           'brown fox jumps '
#|                                                           'over the lazy dog ',
#|                                      'long key number 4': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}}),
#|              ('bb', 1)])
#| 75 {'width': 60, 'indent': 4, 'sort_dicts': False}
#| {2, 4, 's3', 6, 's0', 's1', 's5'}
#| 76 {'width': 60, 'indent': 2, 'compact': True}
#| b'ab'
#| 77 {'width': 60}
#| {'s0'}
#| 78 {}
#| ({'s0', 2, 's1', 's3'},
#|  'the quick brown fox jumps over the lazy dog the quick brown fox jumps over '
#|  'the lazy dog the quick brown fox jumps over the lazy dog ')
#| 79 {'underscore_numbers': True}
#| frozenset()
#| 80 {'width': 40, 'compact': True, 'sort_dicts': False, 'depth': 2}
#| {'long key number 0': ({}, (...),
#|                        frozenset()),
#|  'k1': defaultdict(None,
#|                    {'a': {...},
#|                     'b': frozenset()}),
#|  'long key number 2': deque([Counter({'x': 1,
#|                                       'y': 1,
#|                                       'z': 1}),
#|                              bytearray(b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq'
#|                                        b'qqqq')],
#|                             maxlen=5),
#|  3: defaultdict(None,
#|                 {'a': set(),
#|                  'b': [...]})}
#| 81 {'width': 20}
#| ('the quick brown '
#|  'fox jumps over '
#|  'the lazy dog the '
#|  'quick brown fox '
#|  'jumps over the '
#|  'lazy dog the '
#|  'quick brown fox '
#|  'jumps over the '
#|  'lazy dog ')
#| 82 {'underscore_numbers': True}
#| defaultdict(None,
#|             {'a': [b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
#|              'b': Pair(first=frozenset(), second=deque([0.5, {}]))})
#| 83 {'compact': True, 'depth': 2}
#| 'Привет'
#| 84 {'compact': True}
#| b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#| 85 {'width': 20}
#| {3,
#|  's0',
#|  's1',
#|  's2',
#|  's4',
#|  's5'}
#| 86 {'compact': True, 'sort_dicts': False}
#| {}
#| 87 {'indent': 4, 'depth': 1}
#| True
#| 88 {'width': 40, 'indent': 4, 'depth': 2}
#| defaultdict(None,
#|             {   'a': {   (...): 'a',
#|                          (...): deque([   None,
#|                                           12345678])},
#|                 'b': []})
#| 89 {'indent': 2, 'compact': True, 'depth': 1}
#| {3, 1, 's0', 2}
#| 90 {'width': 60}
#| {'s0', 's1'}
#| 91 {'width': 20}
#| {('t', 0): [(b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xxxx'
#|              b'xx',),
#|             'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']}
#| 92 {}
#| ()
#| 93 {'indent': 4, 'sort_dicts': False}
#| ChainMap({1: ChainMap({1: frozenset()}, {2: -3})},
#|          {   2: bytearray(b'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'
#|                           b'qqqqqqqqqqqq')})
#| 94 {'width': 20, 'sort_dicts': False}
#| []
#| 95 {}
#| b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#| 96 {}
#| frozenset()
#| 97 {}
#| defaultdict(None,
#|             {'a': {('t', 0): b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#|                              b'xx'},
#|              'b': {}})
#| 98 {'width': 40, 'depth': 2}
#| []
#| 99 {}
#| Counter({'x': 1, 'y': 1, 'z': 1})
#| 100 {'compact': True}
#| deque([bytearray(b'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'),
#|        ()],
#|       maxlen=5)
#| 101 {'sort_dicts': False}
#| [mappingproxy({1: b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}),
#|  set(),
#|  'the quick brown fox jumps over the lazy dog the quick brown fox jumps over '
#|  'the lazy dog the quick brown fox jumps over the lazy dog ',
#|  set(),
#|  deque([{'k0': 1}, Counter({'x': 1, 'y': 1, 'z': 1})], maxlen=5)]
#| 102 {'compact': True, 'sort_dicts': False, 'underscore_numbers': True}
#| {0, 1}
#| 103 {'width': 40, 'sort_dicts': False}
#| bytearray(b'qqqqqqqqqqqqqqqqqqqqqqqq'
#|           b'qqqqqqqqqqqqqqqqqqqqqqqq'
#|           b'qqqqqqqqqqqq')
#| 104 {'width': 20}
#| Counter({'a': 5,
#|          'b': 2,
#|          'r': 2,
#|          'c': 1,
#|          'd': 1,
#|          'x': 1,
#|          'y': 1,
#|          'z': 1})
#| 105 {'width': 20, 'depth': 2}
#| 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#| 106 {'width': 20, 'underscore_numbers': True}
#| ChainMap({1: {0: [{},
#|                   12_345_678,
#|                   frozenset(),
#|                   [],
#|                   True],
#|               1: Counter({'a': 5,
#|                           'b': 2,
#|                           'r': 2,
#|                           'c': 1,
#|                           'd': 1,
#|                           'x': 1,
#|                           'y': 1,
#|                           'z': 1}),
#|               3: None,
#|               'k2': Counter({'a': 5,
#|                              'b': 2,
#|                              'r': 2,
#|                              'c': 1,
#|                              'd': 1,
#|                              'x': 1,
#|                              'y': 1,
#|                              'z': 1})}},
#|          {2: OrderedDict([('a',
#|                            [b'ab',
#|                             'line\n'
#|                             'break',
#|                             'a',
#|                             0.5,
#|                             frozenset()]),
#|                           ('bb',
#|                            {0: (),
#|                             2: (),
#|                             'k1': 0.5,
#|                             'k3': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'})])})
#| 107 {}
#| Counter({'x': 1, 'y': 1, 'z': 1})
#| 108 {'compact': True}
#| {0, 2, 5, 's3', 's4', 's1'}
#| 109 {'depth': 1}
#| 12345678
#| 110 {'sort_dicts': False, 'underscore_numbers': True}
#| 'Привет'
#| 111 {}
#| ChainMap({1: {4, 's3', 's2', 's0', 's1'}},
#|          {2: ChainMap({1: {1, 's0'}}, {2: -3})})
#| 112 {}
#| (Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'x': 1, 'y': 1, 'z': 1}),)
#| 113 {}
#| ('the quick brown fox jumps over the lazy dog the quick brown fox jumps over '
#|  'the lazy dog the quick brown fox jumps over the lazy dog ')
#| 114 {}
#| ({},
#|  {'k0': 1,
#|   'long key number 1': {},
#|   'long key number 2': b'ab',
#|   'long key number 3': {'s2', 's0', 's1'},
#|   'long key number 4': 0.5})
#| 115 {'width': 40}
#| mappingproxy({1: OrderedDict([('a',
#|                                frozenset()),
#|                               ('bb',
#|                                Counter({'a': 5,
#|                                         'b': 2,
#|                                         'r': 2,
#|                                         'c': 1,
#|                                         'd': 1,
#|                                         'x': 1,
#|                                         'y': 1,
#|                                         'z': 1}))])})
#| 116 {'sort_dicts': False}
#| ((),)
#| 117 {'indent': 4, 'underscore_numbers': True}
#| {('t', 0): b'ab'}
#| 118 {'width': 40, 'compact': True, 'depth': 2}
#| {}
#| 119 {'width': 20, 'sort_dicts': False, 'depth': 2}
#| [OrderedDict([...]),
#|  {},
#|  {(...): deque([{},
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xxxx'
#|                 b'xx']),
#|   (...): True},
#|  True,
#|  {'s0'}]
#| {'name': 'worker',
#|  'tasks': [0,
#|            1,
#|            2,
#|            3,
#|            4,
#|            5,
#|            6,
#|            7,
#|            8,
#|            9]}
#| True False {1: (3,), 2: 1}
#| indent must be >= 0
#| width must be != 0
#| depth must be > 0
