# __slots__ beside __dict__, what slots may not be, members of an enumeration set twice, dict subclasses' fromkeys.
import enum

class Base:
    __slots__ = ("x", "y")
    def __init__(self): self.x, self.y = 1, 2

class Open(Base): pass

class Both:
    __slots__ = ("__dict__", "a")

thing = Open()
thing.z = 5
both = Both()
both.a, both.b = 1, 2
print(thing.__dict__, vars(thing), both.__dict__, thing.x)

def attempt(make):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

def conflict():
    class A:
        __slots__ = ("a", "b")
        b = 1

def number():
    class A(int):
        __slots__ = ("a",)

def spaces():
    class A:
        __slots__ = "a b"

def numbers():
    class A:
        __slots__ = (1,)

def twice():
    class Color(enum.Enum):
        RED = 1
        GREEN = 2
        RED = 3

def hidden():
    class Color(enum.Enum):
        RED = 1
        def RED(self): pass

def methods():
    class Color(enum.Enum):
        RED = 1
        def hue(self): return 1
        def hue(self): return 2
    return Color.RED.hue()

for make in (conflict, number, spaces, numbers, twice, hidden, methods):
    attempt(make)

class Doubled(dict):
    def __setitem__(self, key, value): super().__setitem__(key, value * 2)

print(Doubled.fromkeys("ab", 1), type(Doubled.fromkeys("a", 2)).__name__)

# stdout:
#| {'z': 5} {'z': 5} {'b': 2} 1
#| ValueError 'b' in __slots__ conflicts with class variable
#| TypeError nonempty __slots__ not supported for subtype of 'int'
#| TypeError __slots__ must be identifiers
#| TypeError __slots__ items must be strings, not 'int'
#| TypeError 'RED' already defined as 1
#| TypeError 'RED' already defined as 1
#| 2
#| {'a': 2, 'b': 2} Doubled
