# Operators and attributes that a metaclass gives its classes, what super() knows of itself, and what dir() and vars() list.
import math


class Meta(type):
    def __neg__(cls):
        return "-" + cls.__name__

    def __invert__(cls):
        return "~" + cls.__name__

    def __pos__(cls):
        return "+" + cls.__name__

    def __abs__(cls):
        return 7

    def __round__(cls, digits=None):
        return ("round", digits)

    def __float__(cls):
        return 2.25

    def __divmod__(cls, other):
        return ("divmod", other)

    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __call__(cls, *args):
        made = super().__call__(*args)
        made.made = True
        return made

    def __getattribute__(cls, name):
        if name == "magic":
            return "by " + super().__getattribute__("__name__")
        return super().__getattribute__(name)

    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        space = super().__prepare__(name, bases, **kwargs)
        space["prepared"] = len(space)
        return space


class B(metaclass=Meta):
    limit = 3


class A(metaclass=Meta):
    def __init__(self, x=0):
        self.x = x

    @classmethod
    def doubled(cls):
        return cls.limit * 2

    limit = 4


print(-A, ~A, +A, abs(A), round(A), round(A, 2), float(A), divmod(A, 3), math.sqrt(A))
print(sorted([B, A]) == [A, B], max(A, B) is B, A < B, A > B)
print(A(5).x, A(5).made, A.magic, A.limit, A.doubled(), A.prepared, A().doubled())
try:
    A.nothing
except AttributeError as error:
    print(error)
for operator in (lambda: -object, lambda: ~int, lambda: abs(str)):
    try:
        operator()
    except TypeError as error:
        print(error)


class Base:
    def name(self):
        return "base"


class Child(Base):
    def name(self):
        above = super()
        return above.name(), above.__self__ is self, above.__thisclass__, above.__self_class__, above.__class__

    def fails(self):
        super().x = 1

    @classmethod
    def of_class(cls):
        above = super()
        return above.__self__, above.__self_class__


class Grandchild(Child):
    pass


print(Grandchild().name(), Grandchild.of_class())
try:
    Child().fails()
except AttributeError as error:
    print(error)


class Slotted:
    __slots__ = ("a", "b")
    c = 1


print(Slotted.__dict__["a"], type(Slotted.__dict__["a"]).__name__, [k for k in vars(Slotted) if k[0] != "_"])
print(Slotted.a.__name__, Slotted.a.__doc__)


class Plain:
    """text"""
    y = 1

    def m(self):
        self.q = self.y


plain = Plain()
plain.z = 1
print(dir(plain))
print(sorted(vars(Plain)), Plain.__static_attributes__, Plain.__dict__["__weakref__"], plain.__weakref__)
print([name for name in dir([]) if not callable(getattr([], name))])
print(dir(5) == dir(int), [name for name in dir({}) if name[0] != "_"], len(dir("")), "__lt__" in dir(plain))
print(dir())
print([name for name in dir(math) if name[0] == "_"])

# stdout:
#| -A ~A +A 7 ('round', None) ('round', 2) 2.25 ('divmod', 3) 1.5
#| True True True False
#| 5 True by A 4 8 0 8
#| type object 'A' has no attribute 'nothing'
#| bad operand type for unary -: 'type'
#| bad operand type for unary ~: 'type'
#| bad operand type for abs(): 'type'
#| ('base', True, <class '__main__.Child'>, <class '__main__.Grandchild'>, <class 'super'>) (<class '__main__.Grandchild'>, <class '__main__.Grandchild'>)
#| 'super' object has no attribute 'x' and no __dict__ for setting new attributes
#| <member 'a' of 'Slotted' objects> member_descriptor ['c', 'a', 'b']
#| a None
#| ['__class__', '__delattr__', '__dict__', '__dir__', '__doc__', '__eq__', '__firstlineno__', '__format__', '__ge__', '__getattribute__', '__getstate__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__module__', '__ne__', '__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__static_attributes__', '__str__', '__subclasshook__', '__weakref__', 'm', 'y', 'z']
#| ['__dict__', '__doc__', '__firstlineno__', '__module__', '__static_attributes__', '__weakref__', 'm', 'y'] ('q',) <attribute '__weakref__' of 'Plain' objects> None
#| ['__doc__', '__hash__']
#| True ['clear', 'copy', 'fromkeys', 'get', 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'] 81 True
#| ['A', 'B', 'Base', 'Child', 'Grandchild', 'Meta', 'Plain', 'Slotted', '__annotations__', '__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__', 'math', 'operator', 'plain']
#| ['__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__']
