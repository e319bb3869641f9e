# Time zones and dates of the program's own classes, and what asdict makes of other containers.
from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import asdict, astuple, dataclass, field, fields
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class India(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=5, minutes=30)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return "IST"


class Odd(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-3, seconds=7)

    def dst(self, dt):
        return None


class Nowhere(tzinfo):
    def utcoffset(self, dt):
        return None


noon = datetime(2020, 1, 2, 12, 4, 5, tzinfo=India())
print(noon, noon.strftime("%Z %z %:z %% %H"), f"{noon:%d %Z}", noon.timetz().strftime("%Z"), noon.timetuple().tm_isdst)
print(noon.astimezone(timezone.utc), datetime(2020, 1, 1, tzinfo=timezone.utc).astimezone(India()))
print(noon - datetime(2020, 1, 2, 12, tzinfo=timezone.utc), noon < datetime(2020, 1, 2, 12, tzinfo=timezone.utc))
print(datetime(2020, 1, 2, tzinfo=Odd()), datetime(2020, 1, 2, tzinfo=Nowhere()) == datetime(2020, 1, 2))
for call in (lambda: datetime(2020, 1, 1, tzinfo=Odd()).tzname(), lambda: datetime(2020, 1, 1, tzinfo=5),
             lambda: time(1, tzinfo="UTC"), datetime, lambda: date(2020), lambda: repr(timezone(timedelta(hours=1), "X")),
             lambda: datetime(2020, 1, 1, tzinfo=Nowhere()).strftime("%z")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Day(date):
    def __new__(cls, year, month=1, day=1):
        self = super().__new__(cls, year, month, day)
        self.tag = "t"
        return self


class Moment(datetime):
    def __str__(self):
        return "now"


class Span(timedelta):
    def __new__(cls, hours):
        return super().__new__(cls, hours=hours)


day = Day(2020)
print(day, repr(day), day.tag, type(day + timedelta(1)).__name__, day - Day(2019), type(day.replace(month=2)).__name__,
      day == date(2020, 1, 1), Day.fromisoformat("2020-02-03").tag)
moment = Moment(2020, 1, 2, 3)
print(moment, repr(moment), f"{moment}", type(moment + timedelta(1)).__name__, type(moment.date()).__name__,
      type(moment.astimezone(India())).__name__, moment.isoformat())
print(repr(Span(5)), Span(5) + Span(1), type(Span(1) * 2).__name__)

Pair = namedtuple("Pair", "x y")


@dataclass
class Inner:
    v: int


@dataclass
class Outer:
    groups: dict
    pair: Pair
    nested: list = field(default_factory=list)


groups = defaultdict(list)
groups["a"].append(Inner(1))
outer = Outer(groups, Pair(Inner(2), 3), [[Inner(4)], (Inner(5),), {"k": OrderedDict(z=Inner(6))}])
print(asdict(outer))
print(astuple(outer))
print(asdict(outer)["groups"].default_factory, str(fields(Outer)[1])[-36:])

# stdout:
#| 2020-01-02 12:04:05+05:30 IST +0530 +05:30 % 12 02 IST IST 0
#| 2020-01-02 06:34:05+00:00 2020-01-01 05:30:00+05:30
#| -1 day, 18:34:05 True
#| 2020-01-02 00:00:00-02:59:53 True
#| NotImplementedError a tzinfo subclass must implement tzname()
#| TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
#| TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'str'
#| TypeError function missing required argument 'year' (pos 1)
#| TypeError function missing required argument 'month' (pos 2)
#| datetime.timezone(datetime.timedelta(seconds=3600), 'X')
#| NotImplementedError a tzinfo subclass must implement dst()
#| 2020-01-01 Day(2020, 1, 1) t Day 365 days, 0:00:00 Day True t
#| now Moment(2020, 1, 2, 3, 0) now Moment date Moment 2020-01-02T03:00:00
#| Span(seconds=18000) 6:00:00 timedelta
#| {'groups': defaultdict(<class 'list'>, {'a': [{'v': 1}]}), 'pair': Pair(x={'v': 2}, y=3), 'nested': [[{'v': 4}], ({'v': 5},), {'k': OrderedDict({'z': {'v': 6}})}]}
#| (defaultdict(<class 'list'>, {'a': [(1,)]}), Pair(x=(2,), y=3), [[(4,)], ((5,),), {'k': OrderedDict({'z': (6,)})}])
#| <class 'list'> }),kw_only=False,_field_type=_FIELD)
