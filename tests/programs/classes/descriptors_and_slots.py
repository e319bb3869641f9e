# Descriptors with and without __set__, properties, cached_property, __slots__.
class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, 0)
    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name} must be positive")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        del obj.__dict__[self.name]
class Account:
    balance = Positive()
    def __init__(self, b): self.balance = b
    def __repr__(self): return f"{type(self).__name__}({self.balance})"
a = Account(5)
print(a, a.__dict__, vars(a))
a.balance += 10
print(a)
try:
    a.balance = -1
except ValueError as e:
    print(e)
del a.balance
print(a.balance)
class NonData:
    def __get__(self, o, t): return "from descriptor"
class C:
    x = NonData()
c = C()
print(c.x)
c.__dict__["x"] = "instance"
print(c.x)
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self):
        "Fahrenheit"
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): print("deleted")
t = Temp(); t.f = 212
print(t.f, t._c, Temp.f.__doc__, Temp.f.fget.__name__)
del t.f
class RO:
    @property
    def v(self): return 1
try: RO().v = 2
except AttributeError as e: print(e)
try: del RO().v
except AttributeError as e: print(e)
import functools
class L:
    @functools.cached_property
    def data(self):
        print("computing")
        return [1, 2]
l = L(); print(l.data, l.data); print(l.__dict__)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slots()
print(s.a, Slots.__slots__, hasattr(s, "__dict__"))
try: s.c = 1
except AttributeError as e: print(e)
try: s.b
except AttributeError as e: print(e)
print(Slots.a)

# stdout:
#| set_name Account balance
#| Account(5) {'balance': 5} {'balance': 5}
#| Account(15)
#| balance must be positive
#| 0
#| from descriptor
#| instance
#| 212.0 100.0 Fahrenheit f
#| deleted
#| property 'v' of 'RO' object has no setter
#| property 'v' of 'RO' object has no deleter
#| computing
#| [1, 2] [1, 2]
#| {'data': [1, 2]}
#| 1 ('a', 'b') False
#| 'Slots' object has no attribute 'c' and no __dict__ for setting new attributes
#| 'Slots' object has no attribute 'b'
#| <member 'a' of 'Slots' objects>
