# property with getter, setter, deleter; read-only; cached_property; descriptors; __slots__.
import functools

class Celsius:
    def __init__(self, degrees=0):
        self.degrees = degrees
    @property
    def fahrenheit(self):
        """In Fahrenheit."""
        return self.degrees * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9
    @fahrenheit.deleter
    def fahrenheit(self):
        self.degrees = None
    @property
    def frozen(self):
        return self.degrees < 0
    @functools.cached_property
    def costly(self):
        print("computed")
        return self.degrees ** 2

t = Celsius(100)
print(t.fahrenheit, Celsius.fahrenheit.__doc__)
t.fahrenheit = 212
print(t.degrees, t.costly, t.costly)
try:
    t.frozen = True
except AttributeError as error:
    print(error)
del t.fahrenheit
print(t.degrees)

class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, obj, kind=None):
        return self if obj is None else getattr(obj, self.name)
    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, value)

class Order:
    __slots__ = ("_count",)
    count = Positive()

order = Order()
order.count = 3
print(order.count)
for action in (lambda: setattr(order, "count", -1), lambda: setattr(order, "extra", 1)):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(error)

# stdout:
#| 212.0 In Fahrenheit.
#| computed
#| 100.0 10000.0 10000.0
#| property 'frozen' of 'Celsius' object has no setter
#| None
#| 3
#| count must be positive
#| 'Order' object has no attribute 'extra' and no __dict__ for setting new attributes
