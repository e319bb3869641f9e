# `__bases__` assigned, stand-ins with another `__class__`, reflected operators of subclasses.
class P1:
    def hi(self): return 'P1'
class P2:
    def hi(self): return 'P2'
    def __len__(self): return 3
class C(P1): pass
class E(C): pass
c = E(); print(c.hi()); C.__bases__ = (P2,); print(c.hi(), [k.__name__ for k in E.__mro__], len(c))
C.__bases__ = (P1, P2); print(c.hi(), C.__bases__)
for v in ((),):
    try: C.__bases__ = v
    except TypeError as e: print(e)
class Proxy:
    def __init__(self, t): object.__setattr__(self, '_t', t)
    def __getattribute__(self, n): return getattr(object.__getattribute__(self, '_t'), n)
class Lazy:
    @property
    def __class__(self): return P1
print(isinstance(Proxy(C()), C), isinstance(Proxy(3), int), isinstance(Proxy(3), str), isinstance(Lazy(), P1), isinstance(Lazy(), (int, P1)), isinstance(Lazy(), P2), type(Lazy()).__name__)
class Q(int):
    def __floordiv__(s, o): return 'Q.floordiv'
    def __rfloordiv__(s, o): return 'Q.rfloordiv'
class R(Q): pass
class S2(Q):
    def __rfloordiv__(s, o): return 'S2.rfloordiv'
print(Q(1) // R(1), Q(1) // S2(1), 1 // Q(1), 1 // R(1), R(2) // Q(1))

# stdout:
#| P1
#| P2 ['E', 'C', 'P2', 'object'] 3
#| P1 (<class '__main__.P1'>, <class '__main__.P2'>)
#| can only assign non-empty tuple to C.__bases__, not ()
#| True True False True True False Lazy
#| Q.floordiv S2.rfloordiv Q.rfloordiv Q.rfloordiv Q.floordiv
