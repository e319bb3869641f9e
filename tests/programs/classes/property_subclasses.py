# Subclasses of `property`, built-in descriptors asked by hand, `singledispatchmethod` over class and static methods.
class classproperty(property):
    def __get__(self, o, t): return self.fget(t)
class A:
    @classproperty
    def name(cls): return cls.__name__
print(A.name, A().name, isinstance(A.__dict__['name'], property), type(A.__dict__['name']).__name__)
class T(property):
    "typed"
    def __set__(self, o, v):
        print("set", v); super().__set__(o, int(v))
class B:
    @T
    def x(self):
        "doc x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @T
    def ro(self): return 1
b = B(); b.x = "3"; print(b.x, type(B.x).__name__, B.x.__doc__, type(B.__dict__['x']) is T)
try: b.ro = 5
except AttributeError as e: print(e)
try: del b.x
except AttributeError as e: print(e)
try: T().__get__(b, B)
except AttributeError as e: print(e)
print(issubclass(T, property), T.__mro__[-1], T.__name__)
class F:
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
    @property
    def p(self): return 5
    table = {"a": c, "b": s}
    def run(self, k): return self.table[k].__get__(None, self.__class__)()
print(F().run("a"), F().run("b"), F.__dict__["c"].__get__(None, F)(), F.__dict__["p"].__get__(F()), F.__dict__["s"].__get__(3)())
from functools import singledispatchmethod
class Neg:
    @singledispatchmethod
    @classmethod
    def neg(cls, arg): raise NotImplementedError("no", cls.__name__)
    @neg.register
    @classmethod
    def _(cls, arg: int): return -arg
    @neg.register(bool)
    @classmethod
    def _(cls, arg): return not arg
    @singledispatchmethod
    @staticmethod
    def st(arg): return 'st', arg
    @st.register(int)
    @staticmethod
    def _(arg): return 'int', arg
    @singledispatchmethod
    def m(self, arg): "doc"; return 'any'
    @m.register
    def _(self, arg: str): return 'str'
print(Neg.neg(5), Neg.neg(True), Neg().neg(3), Neg.st(3), Neg().st('x'), Neg().m(1), Neg().m('a'), Neg().m.__name__, Neg.m.__doc__)
try: Neg.neg('x')
except NotImplementedError as e: print(e)

# stdout:
#| A A True classproperty
#| set 3
#| 3 T doc x True
#| set 5
#| property 'ro' of 'B' object has no setter
#| property 'x' of 'B' object has no deleter
#| property of 'B' object has no getter
#| True <class 'object'> T
#| F s F 5 s
#| -5 False -3 ('int', 3) ('st', 'x') any str m doc
#| ('no', 'Neg')
