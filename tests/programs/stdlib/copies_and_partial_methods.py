# Copies of what says of itself how, partial methods of all kinds, @override above other decorators.
import copy
from collections import UserDict, UserList
from functools import partialmethod
from typing import override
class State:
    def __init__(self): self.a = 1
    def __getstate__(self): return {}
    def __setstate__(self, state): print("setstate", state); self.a = 5
print(copy.copy(State()).a, copy.deepcopy(State()).a)
l = UserList([1]); m = copy.copy(l); m.append(2); print(l, m, [0] + l, type([0] + l).__name__)
d = UserDict(a=1); e = copy.copy(d); e["b"] = 2; print(d, e)
class Base:
    @override
    @classmethod
    def c(cls): return cls.__name__
    @override
    @property
    def p(self): return 5
    @override
    def f(self): return 1
print(Base.c(), Base().p, Base.f.__override__)
class Cell:
    def set(self, state, *, loud=False): self.state = state; return loud
    on = partialmethod(set, True)
    off = partialmethod(set, False, loud=True)
    shout = partialmethod(print, "a", sep="-")
    @staticmethod
    def s(*a): return a
    @classmethod
    def k(cls, *a): return cls.__name__, a
    ps = partialmethod(s, 1)
    pk = partialmethod(k, 2)
c = Cell(); print(c.on(), c.state, c.off(), c.state, c.ps(3), Cell.ps(4), c.pk(5), Cell.pk(6), Cell.on(c), c.state)
print(repr(Cell.__dict__["shout"]))

# stdout:
#| setstate {}
#| setstate {}
#| 5 5
#| [1] [1, 2] [0, 1] UserList
#| {'a': 1} {'a': 1, 'b': 2}
#| Base 5 True
#| False True True False (1, 3) (1, 4) ('Cell', (2, 5)) ('Cell', (2, 6)) False True
#| functools.partialmethod(<built-in function print>, 'a', sep='-')
