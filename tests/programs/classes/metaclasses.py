# MRO puzzles, metaclasses with __prepare__ and __call__, singletons, abstract classes.
class A:
    def hi(self): return "A"
class B(A):
    def hi(self): return "B" + super().hi()
class C(A):
    def hi(self): return "C" + super().hi()
class D(B, C):
    def hi(self): return "D" + super().hi()
print(D().hi(), [c.__name__ for c in D.__mro__], D.mro()[1])
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("subclass", cls.__name__, tag)
class S1(Base, tag="one"): pass
class S2(S1): pass
print(Base.__subclasses__(), S1.__bases__, S2.__base__)
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns)
        m.registry[name] = cls
        return cls
    def __call__(cls, *a, **k):
        print("calling", cls.__name__)
        return super().__call__(*a, **k)
    def __len__(cls): return 42
    @classmethod
    def __prepare__(m, name, bases): 
        print("prepare", name)
        return {}
class M(metaclass=Meta):
    def __init__(self, v): self.v = v
print(M(3).v, Meta.registry, len(M), type(M))
class Singleton:
    _i = None
    def __new__(cls, *a):
        if cls._i is None:
            cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, *a): self.a = a
print(Singleton(1) is Singleton(2), Singleton(3).a)
P = type("P", (A,), {"x": 1, "y": lambda self: self.x + 1})
print(P().y(), P.__name__, P)
class SingletonMeta(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class DB(metaclass=SingletonMeta):
    pass
print(DB() is DB())
print(isinstance(D(), A), issubclass(D, (int, C)), D.__dict__.keys() >= {"hi"})
o = D()
print(o.__class__.__name__, o.__module__, D.__module__, D.__qualname__, A.hi.__qualname__, o.hi.__func__ is D.hi)
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Sq(Shape):
    def area(self): return 4
try: Shape()
except TypeError as e: print(e)
try: Sq()
except TypeError as e: print(e)

# stdout:
#| DBCA ['D', 'B', 'C', 'A', 'object'] <class '__main__.B'>
#| Cannot create a consistent method resolution order (MRO) for bases A, B
#| subclass S1 one
#| subclass S2 None
#| [<class '__main__.S1'>] (<class '__main__.Base'>,) <class '__main__.S1'>
#| prepare M
#| calling M
#| 3 {'M': <class '__main__.M'>} 42 <class '__main__.Meta'>
#| True (3,)
#| 2 P <class '__main__.P'>
#| True
#| True True True
#| D __main__ __main__ D A.hi True
#| Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
#| Can't instantiate abstract class Sq without an implementation for abstract method 'name'
