# Times in order, checked arguments of datetime, enumerations with `__str__`, methods chosen by type, warnings that are logged.
import datetime
import enum
import functools
import logging
import sys
import warnings
from datetime import time

print(time(9) <= time(10) < time(17), time(9) >= time(9), time(10) > time(9), time(1, 2).replace(minute=5), time(1).fold)
for f in (lambda: datetime.date("2020-01-01"), lambda: datetime.time(1, 2, 3, 0.1), lambda: datetime.datetime(2020, 1, 1.5),
          lambda: datetime.timedelta("1"), lambda: datetime.timezone(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Up(enum.StrEnum):
    def __str__(self):
        return self.name.upper()

    first = enum.auto()


class Level(enum.IntEnum):
    LOW = 1

    def __str__(self):
        return "low"


class Text(str):
    def __str__(self):
        return "text"


print(str(Up.first), format(Up.first), f"{Up.first}", f"{Level.LOW}", f"{Level.LOW:03}", f"{Text('x')}", format(Text("y")))


class Neg:
    @functools.singledispatchmethod
    @classmethod
    def neg(cls, arg):
        raise NotImplementedError

    @neg.register
    @classmethod
    def _(cls, arg: int):
        return -arg

    @neg.register(str)
    @classmethod
    def _(cls, arg):
        return cls.__name__ + arg

    @functools.singledispatchmethod
    def plain(self, arg):
        return "any"

    @plain.register
    def _(self, arg: list):
        return len(arg)

    @plain.register(dict)
    @staticmethod
    def _(arg):
        return sorted(arg)


print(Neg.neg(5), Neg().neg("x"), Neg().plain([1, 2]), Neg().plain({"b": 1, "a": 2}), Neg().plain(None))
logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(message)s")
logging.captureWarnings(True)
warnings.warn("logged")
logging.captureWarnings(False)
print(sys.getswitchinterval())

# stdout:
#| True True True 01:05:00 0
#| TypeError 'str' object cannot be interpreted as an integer
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError unsupported type for timedelta days component: str
#| TypeError timezone() argument 1 must be datetime.timedelta, not int
#| FIRST FIRST FIRST low 001 text text
#| -5 Negx 2 ['a', 'b'] any
#| WARNING:py.warnings:found_by_lessons.py:74: UserWarning: logged
#|   warnings.warn("logged")
#|
#| 0.005
