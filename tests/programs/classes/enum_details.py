# Enumerations: what becomes a member, names from the class, flags at their boundaries, checks, _missing_.
from dataclasses import dataclass
from enum import (CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntEnum, IntFlag, StrEnum,
                  auto, member, nonmember, property, show_flag_values, verify)


class Job(Enum):
    class Kind:
        pass

    READY = 1
    DONE = 2
    __secret = 3
    limit = nonmember(8)
    show = member(print)

    def next(self):
        return self.DONE

    @property
    def label(self):
        return self.name.lower()


print(list(Job), Job.Kind.__name__, Job.limit, Job.READY.next(), Job.READY.DONE, Job.DONE.label)
for name in ("label", "value"):
    try:
        getattr(Job, name)
    except AttributeError as error:
        print(error)
print(dir(Job.READY), sorted(set(dir(Job)) - set(dir(object))))
print(Job._value2member_map_, Job._member_names_, repr(Job.__members__)[:13])


class Named(Enum):
    name = "n"
    value = "v"


print(Named.name, Named.name.name, Named.value.value)


@dataclass
class Size:
    w: int
    h: int


class Paper(Size, Enum):
    A4 = 210, 297


print(repr(Paper.A4), Paper.A4.h)


class Planet(Enum):
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    EARTH = (6.0, 2.0)


print(Planet(6.0, 2.0), Planet.EARTH.mass / Planet.EARTH.radius)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, "/", repr(error.__context__))


class Level(Enum):
    LOW = 1

    @classmethod
    def _missing_(cls, value):
        if value == "low":
            return cls.LOW
        if value == "bad":
            return 5
        if value == "err":
            raise KeyError(value)


for value in ("low", "bad", "err", "none"):
    attempt(lambda: Level(value))
attempt(lambda: Level())
attempt(lambda: Enum("E", {"A": "x", "B": auto()}))
attempt(lambda: Enum("E", "mro"))
attempt(lambda: Enum("E", "_foo_"))
attempt(lambda: StrEnum("S", {"A": 1}))


def order():
    class Wrong(Enum):
        _order_ = "B A"
        A = 1
        B = 2


attempt(order)


class Strict(Flag, boundary=STRICT):
    A = 1
    B = 2
    C = 4


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Eject(Flag, boundary=EJECT):
    A = 1
    B = 2


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 2


class Bits(IntFlag):
    A = 1
    B = 2


attempt(lambda: Strict(9))
attempt(lambda: Strict(-9))
print(Strict(-2), ~Strict.A, Strict(0), 3 in Strict, 9 in Strict, Strict(5), Strict._flag_mask_)
print(Conform(9), repr(Conform(-1)), Eject(9), repr(Eject(3)), Keep(9), repr(~Keep(9)), repr(Keep(8)))
print(repr(Bits.A | 8), repr(~Bits.A), Bits(9), repr(Bits(-1)), Bits.__mro__[2].__name__, STRICT, repr(KEEP))


def check(kind, *checks, **values):
    attempt(lambda: list(verify(*checks)(kind("E", values))))


check(Enum, UNIQUE, A=1, B=1)
check(IntEnum, CONTINUOUS, A=1, B=4)
check(Flag, CONTINUOUS, A=1, B=8)
check(Flag, NAMED_FLAGS, A=1, B=7)
check(Flag, NAMED_FLAGS, A=1, B=5, C=9)
check(IntEnum, UNIQUE, CONTINUOUS, A=1, B=2)
print(show_flag_values(11), repr(UNIQUE))

# stdout:
#| [<Job.READY: 1>, <Job.DONE: 2>, <Job.show: <built-in function print>>] Kind 8 Job.DONE Job.DONE done
#| <enum 'Job'> has no attribute 'label'
#| <enum 'Job'> has no attribute 'value'
#| ['Kind', '__class__', '__doc__', '__eq__', '__hash__', '__module__', 'label', 'limit', 'name', 'next', 'value'] ['DONE', 'READY', '__contains__', '__getitem__', '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__', 'show']
#| {1: <Job.READY: 1>, 2: <Job.DONE: 2>, <built-in function print>: <Job.show: <built-in function print>>} ['READY', 'DONE', 'show'] mappingproxy(
#| Named.name name v
#| <Paper.A4: w=210, h=297> 297
#| Planet.EARTH 3.0
#| Level.LOW
#| TypeError error in Level._missing_: returned 5 instead of None or a valid member / ValueError("'bad' is not a valid Level")
#| KeyError 'err' / ValueError("'err' is not a valid Level")
#| ValueError 'none' is not a valid Level / None
#| TypeError EnumType.__call__() missing 1 required positional argument: 'value' / None
#| TypeError unable to increment 'x' / TypeError('can only concatenate str (not "int") to str')
#| ValueError invalid enum member name(s) 'mro' / None
#| ValueError _sunder_ names, such as '_foo_', are reserved for future Enum use / None
#| TypeError 1 is not a string / None
#| TypeError member order does not match _order_:
#|   ['A', 'B']
#|   ['B', 'A'] / None
#| ValueError <flag 'Strict'> invalid value 9
#|     given 0b0 1001
#|   allowed 0b0 0111 / None
#| ValueError <flag 'Strict'> invalid value -9
#|     given 0b1 0111
#|   allowed 0b0 0111 / None
#| Strict.B|C Strict.B|C Strict(0) False False Strict.A|C 7
#| Conform.A <Conform.A|B: 3> 9 <Eject.A|B: 3> Keep.A|8 <Keep.B|4: 6> <Keep: 8>
#| <Bits.A|8: 9> <Bits.B: 2> 9 <Bits.A|B: 3> int strict <FlagBoundary.KEEP: 'keep'>
#| ValueError aliases found in <enum 'E'>: B -> A / None
#| ValueError invalid enum 'E': missing values 2, 3 / None
#| ValueError invalid flag 'E': missing values 2, 4 / None
#| ValueError invalid Flag 'E': alias B is missing combined values of 0x6 [use enum.show_flag_values(value) for details] / None
#| ValueError invalid Flag 'E': aliases B and C are missing combined values of 0xc [use enum.show_flag_values(value) for details] / None
#| [<E.A: 1>, <E.B: 2>]
#| [1, 2, 8] <EnumCheck.UNIQUE: 'one name per value'>
