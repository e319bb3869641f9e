# A property or descriptor that raises AttributeError falls back to `__getattr__`; `object.__setattr__` and
# `object.__delattr__` heed properties and descriptors.
class Lazy:
    @property
    def p(self):
        return self._x

    def __getattr__(self, name):
        print("getattr", name)
        if name == "p":
            return "fallback"
        raise AttributeError(name)


print(Lazy().p)


class Failing:
    def __get__(self, obj, cls):
        raise AttributeError("not today")


class Owner:
    d = Failing()
    plain = 5

    def __getattr__(self, name):
        return "instead of " + name


class Bare:
    d = Failing()


print(Owner().d, hasattr(Owner(), "d"), getattr(Owner(), "d", 5), Owner().plain, Owner().nothing)
print(hasattr(Bare(), "d"), getattr(Bare(), "d", 5))
try:
    Bare().d
except AttributeError as e:
    print(e)


class Wrong:
    @property
    def p(self):
        raise ValueError("no attribute error")

    def __getattr__(self, name):
        return "never"


try:
    Wrong().p
except ValueError as e:
    print(e)


class Called:
    @property
    def method(self):
        return self._missing

    def __getattr__(self, name):
        if name == "method":
            return lambda *args: args
        raise AttributeError(name)


print(Called().method(1, 2))


class Doubled:
    @property
    def bar(self):
        return self._bar

    @bar.setter
    def bar(self, v):
        self._bar = v * 2

    @bar.deleter
    def bar(self):
        print("deleted")
        del self._bar

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


o = Doubled()
o.bar = 8
print(o.__dict__, o.bar)
object.__setattr__(o, "bar", 1)
print(o.__dict__)
del o.bar
print(o.__dict__)
try:
    del o.nothing
except AttributeError as e:
    print(e)


class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, cls):
        return obj.__dict__[self.name]

    def __set__(self, obj, value):
        print("field", value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("field gone")
        del obj.__dict__[self.name]


class Record:
    x = Field()

    @property
    def read_only(self):
        return 1


r = Record()
object.__setattr__(r, "x", 3)
print(r.x, r.__dict__)
object.__delattr__(r, "x")
print(r.__dict__)
for change in (lambda: object.__setattr__(r, "read_only", 2), lambda: object.__delattr__(r, "read_only")):
    try:
        change()
    except AttributeError as e:
        print(e)


x = 1
names = globals()
names["y"] = 5
del names["x"]
print(y, "x" in globals())

# stdout:
#| getattr _x
#| getattr p
#| fallback
#| instead of d True instead of d 5 instead of nothing
#| False 5
#| not today
#| no attribute error
#| (1, 2)
#| set bar 8
#| set _bar 16
#| {'_bar': 16} 16
#| set _bar 2
#| {'_bar': 2}
#| del bar
#| deleted
#| del _bar
#| {}
#| del nothing
#| 'Doubled' object has no attribute 'nothing'
#| field 3
#| 3 {'_x': 3}
#| field gone
#| {}
#| property 'read_only' of 'Record' object has no setter
#| property 'read_only' of 'Record' object has no deleter
#| 5 False
