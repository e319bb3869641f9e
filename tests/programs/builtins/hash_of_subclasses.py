# Subclasses of mutable built-ins have no hash.
from collections import OrderedDict, defaultdict, Counter, deque, UserList, UserDict
class D(dict): pass
class L(list): pass
class S(set): pass
class B(bytearray): pass
class H(dict):
    def __hash__(self): return 7
class H2(H): pass
class T(tuple): pass
class F(frozenset): pass
for x in (D(), L(), S(), B(), OrderedDict(), defaultdict(int), Counter(), deque(), UserList(), UserDict(), (1, D()), T(([],)), H(), H2(), T((1,)), F()):
    try: print(type(x).__name__, hash(x) == hash(x), {x: 1} is not None)
    except TypeError as e: print(e)
print(list.__hash__, D.__hash__, dict.__hash__, set.__hash__, bytearray.__hash__)
from collections.abc import Hashable
print([isinstance(x, Hashable) for x in (D(), L(), H(), T(), [], F())])

# stdout:
#| unhashable type: 'D'
#| unhashable type: 'L'
#| unhashable type: 'S'
#| unhashable type: 'B'
#| unhashable type: 'collections.OrderedDict'
#| unhashable type: 'collections.defaultdict'
#| unhashable type: 'Counter'
#| unhashable type: 'collections.deque'
#| unhashable type: 'UserList'
#| unhashable type: 'UserDict'
#| unhashable type: 'D'
#| unhashable type: 'list'
#| H True True
#| H2 True True
#| T True True
#| F True True
#| None None None None None
#| [False, False, True, True, False, True]
