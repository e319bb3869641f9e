# Subclasses of what changes have no hash; object() holds nothing; private slots are mangled; keywords go to `__init__`.
for base in (dict, list, set, bytearray):
    kind = type("Sub", (base,), {})
    try:
        {kind(): 1}
    except TypeError as e:
        print(e)


class Hashed(list):
    def __hash__(self):
        return 1


class Frozen(frozenset):
    pass


print(len({Hashed(): 1}), len({Frozen([1])}))
o = object()
for change in (lambda: setattr(o, "foo", 1), lambda: object().__dict__):
    try:
        change()
    except AttributeError as e:
        print(e)


class G:
    __slots__ = ("__priv", "pub", "__dunder__")

    def __init__(self):
        self.__priv = 3
        self.pub = 1

    def get(self):
        return self.__priv


print(G()._G__priv, G().get(), G.__slots__)
try:
    G().other = 1
except AttributeError as e:
    print(e)


class Money(float):
    def __init__(self, v, currency="USD"):
        self.currency = currency


class Row(tuple):
    def __init__(self, items, *, name):
        self.name = name


print(Money(5, currency="EUR"), Money(5, currency="EUR").currency, Row([1, 2], name="r"), Row([1], name="r").name)


def author(name):
    def deco(f):
        f.__dict__["author"] = name
        f.__dict__.update(tag=1)
        return f
    return deco


@author("Cleese")
def foo():
    return 42


def wrapper():
    pass


wrapper.__dict__.update(foo.__dict__)
print(foo.author, foo.tag, foo.__dict__, wrapper.author, vars(foo))

from abc import ABC, abstractmethod


class S(ABC):
    @abstractmethod
    def area(self): ...


Z = type("Z", (S,), {"area": lambda s: 1})
print(type(Z), Z().area())
Y = type("Y", (S,), {})
try:
    Y()
except TypeError as e:
    print(e)


class F:
    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return "static"

    @property
    def p(self):
        return "property"


print(F.__dict__["c"].__get__(None, F)(), F.__dict__["s"].__get__(None, F)(), F.__dict__["p"].__get__(F()))
print(F.__dict__["c"].__get__(F())(), F.__dict__["p"].__get__(None, F) is F.__dict__["p"])


# Keywords of a class statement, also beside a base that stands for another; bases with slots; an empty slot.
from typing import Generic, TypedDict, TypeVar

T = TypeVar("T")


class Tagged(Generic[T]):
    def __init_subclass__(cls, *, tag="none", **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag


class IntTagged(Tagged[int], tag="int"):
    pass


class Movie(TypedDict, total=False):
    title: str


class Full(Movie):
    year: int


print(IntTagged.tag, Movie.__total__, Full.__total__, sorted(Full.__required_keys__), sorted(Full.__optional_keys__))


class One:
    __slots__ = ("a",)


class Two:
    __slots__ = ("b",)


class Sub(One):
    __slots__ = ()
    c = 1


class Both(Sub, One):
    __slots__ = ("d",)


try:
    type("OneTwo", (One, Two), {})
except TypeError as e:
    print(e)
for change in (lambda: setattr(Sub(), "c", 2), lambda: delattr(One(), "a")):
    try:
        change()
    except AttributeError as e:
        print(e)

# stdout:
#| unhashable type: 'Sub'
#| unhashable type: 'Sub'
#| unhashable type: 'Sub'
#| unhashable type: 'Sub'
#| 1 1
#| 'object' object has no attribute 'foo' and no __dict__ for setting new attributes
#| 'object' object has no attribute '__dict__'
#| 3 3 ('__priv', 'pub', '__dunder__')
#| 'G' object has no attribute 'other' and no __dict__ for setting new attributes
#| 5.0 EUR (1, 2) r
#| Cleese 1 {'author': 'Cleese', 'tag': 1} Cleese {'author': 'Cleese', 'tag': 1}
#| <class 'abc.ABCMeta'> 1
#| Can't instantiate abstract class Y without an implementation for abstract method 'area'
#| F static property
#| F True
#| int False True ['year'] ['title']
#| multiple bases have instance lay-out conflict
#| 'Sub' object attribute 'c' is read-only
#| a
