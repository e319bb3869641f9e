# Subclasses of built-in classes stay what they are, whatever they are made from
from collections import OrderedDict


class D(dict): pass
class L(list): pass
class S(set): pass
class F(frozenset): pass
class T(tuple): pass
class I(int): pass
class Text(str): pass
class X(float): pass


class Number:
    def __int__(self): return 3
    def __float__(self): return 3.0
    def __str__(self): return "three"


for made in (D([(1, 2)]), D([("a", 2)]), D(a=1), D({1: 2}), D(zip("ab", "cd")), D((x, x) for x in "ab"),
             L(x for x in "ab"), L("ab"), S(x for x in "a"), F(x for x in "a"), T(x for x in "ab"), T([1]),
             I(Number()), I("3"), Text(Number()), X(Number()), OrderedDict([(1, 2), (3, 4)])):
    print(type(made).__name__, made)
print(OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict([(1, 2)]) == {1: 2})

# stdout:
#| D {1: 2}
#| D {'a': 2}
#| D {'a': 1}
#| D {1: 2}
#| D {'a': 'c', 'b': 'd'}
#| D {'a': 'a', 'b': 'b'}
#| L ['a', 'b']
#| L ['a', 'b']
#| S S({'a'})
#| F F({'a'})
#| T ('a', 'b')
#| T (1,)
#| I 3
#| I 3
#| Text three
#| X 3.0
#| OrderedDict OrderedDict({1: 2, 3: 4})
#| False True
