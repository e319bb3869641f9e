# datetime: dates and times of the proleptic Gregorian calendar; `now` is the virtual clock.

import _datetime
import _lockstep

MINYEAR = 1
MAXYEAR = 9999

_days_before = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_month_days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _month_days[month - 1]


def _ordinal(year, month, day):
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 + _days_before[month - 1] + day
    return days + 1 if month > 2 and _is_leap(year) else days


def _from_ordinal(n):
    year = n * 400 // 146097 + 1
    while _ordinal(year, 1, 1) > n:
        year -= 1
    while _ordinal(year + 1, 1, 1) <= n:
        year += 1
    month = 12
    while _ordinal(year, month, 1) > n:
        month -= 1
    return year, month, n - _ordinal(year, month, 1) + 1


def _two(n):
    return "%02d" % n


class IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self

    def __reduce__(self):
        return tuple, (tuple(self),)


def _of_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: " + str(year))
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    # Years that begin on a Thursday, and leap years that begin on a Wednesday, have a week more.
    weeks = 53 if weekday == 3 or weekday == 2 and _is_leap(year) else 52
    if not 1 <= week <= weeks:
        raise ValueError("Invalid week: " + str(week))
    if not 1 <= day <= 7:
        raise ValueError("Invalid weekday: " + str(day) + " (range is [1, 7])")
    monday = first - weekday if weekday <= 3 else first - weekday + 7
    return _from_ordinal(monday + (week - 1) * 7 + day - 1)


def _digits(text, count):
    return int(text) if len(text) == count and text.isascii() and text.isdigit() else None


def _iso_date(text):
    # Year, month and day of a date in the forms of ISO 8601; None if it is none.
    year = _digits(text[:4], 4)
    extended = text[4:5] == "-"
    rest = text[5:] if extended else text[4:]
    if year is None:
        return None
    if rest[:1] == "W":
        week, tail = _digits(rest[1:3], 2), rest[3:]
        if tail and extended:
            if tail[0] != "-":
                return None
            tail = tail[1:] or "?"
        day = _digits(tail, 1) if tail else 1
        try:
            return None if week is None or day is None else _of_week(year, week, day)
        except ValueError:
            return None
    if extended and rest[2:3] != "-":
        return None
    month, day = _digits(rest[:2], 2), _digits(rest[3:] if extended else rest[2:], 2)
    return None if month is None or day is None else (year, month, day)


def _iso_clock(text):
    # Hours, minutes, seconds and microseconds; None if it is no time.
    found, extended = [], text[2:3] == ":"
    while True:
        number = _digits(text[:2], 2)
        if number is None:
            return None
        found.append(number)
        text = text[2:]
        if not text:
            return found + [0] * (4 - len(found))
        if len(found) == 3:
            if text[0] not in ".,":
                return None
            digits = text[1:7]
            if _digits(text[1:], len(text) - 1) is None or len(text) == 1:
                return None
            return found + [int(digits + "0" * (6 - len(digits)))]
        if extended:
            if text[0] != ":":
                return None
            text = text[1:]


def _iso_time(text):
    # What the constructors of times take; None if it is no time.
    at = max(text.find("+"), text.find("-"))
    zone = None
    if text[-1:] in ("Z", "z") and text:
        text, zone = text[:-1], timezone.utc
    elif at >= 0:
        offset = _iso_clock(text[at + 1:])
        if offset is None:
            return None
        hours, minutes, seconds, micros = offset
        delta = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
        zone = timezone.utc if not delta else timezone(-delta if text[at] == "-" else delta)
        text = text[:at]
    found = _iso_clock(text)
    return None if found is None else found + [zone]


def _struct_time(day, hour, minute, second, dst):
    from time import struct_time
    return struct_time((day.year, day.month, day.day, hour, minute, second, day.weekday(),
                        day.toordinal() - _ordinal(day.year, 1, 1) + 1, dst))


def _shown(kind):
    # A class of C is shown with its module, one of Python by its own name.
    return "datetime." + kind.__name__ if kind.__module__ == "datetime" else kind.__name__


def _zoned(format, at):
    # A format with what `at` knows of its zone.
    if "Z" not in format and "z" not in format:
        return format
    out = []
    i = 0
    while i < len(format):
        code = format[i + 1:i + 3 if format[i + 1:i + 3] == ":z" else i + 2] if format[i] == "%" else ""
        text = format[i:i + 1 + len(code)]
        if code in ("z", ":z"):
            text = _offset_text(at.utcoffset(), code[:-1])
        elif code == "Z":
            text = (at.tzname() or "").replace("%", "%%")
        out.append(text)
        i += 1 + len(code)
    return "".join(out)


class timedelta:
    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = _micros(days, 86400000000, "days") + _micros(seconds, 1000000, "seconds")
        total += _micros(microseconds, 1, "microseconds") + _micros(milliseconds, 1000, "milliseconds")
        total += _micros(minutes, 60000000, "minutes") + _micros(hours, 3600000000, "hours")
        total += _micros(weeks, 604800000000, "weeks")
        self = object.__new__(cls)
        self._set(total)
        return self

    def _set(self, total):
        self._total = total
        seconds, self._microseconds = divmod(total, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        if not -999999999 <= self._days <= 999999999:
            raise OverflowError("days=" + str(self._days) + "; must have magnitude <= 999999999")

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return self._total / 1000000

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            value = getattr(self, name)
            if value:
                parts.append(name + "=" + str(value))
        return _shown(type(self)) + "(" + (", ".join(parts) or "0") + ")"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = str(hours) + ":" + _two(minutes) + ":" + _two(seconds)
        if self._days:
            text = str(self._days) + (" day, " if abs(self._days) == 1 else " days, ") + text
        if self._microseconds:
            text += ".%06d" % self._microseconds
        return text

    def __add__(self, other):
        return _delta(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._total * other)
        return _delta(round(self._total * other)) if isinstance(other, float) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, (int, float)):
            return _delta(round(self._total / other))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return _delta(self._total // other) if isinstance(other, int) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __mod__(self, other):
        return _delta(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._total)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._total))

    def __bool__(self):
        return self._total != 0

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented


def _micros(amount, unit, name):
    if not isinstance(amount, (int, float)):
        raise TypeError("unsupported type for timedelta " + name + " component: " + type(amount).__name__)
    return amount * unit if isinstance(amount, int) else round(amount * unit)


def _delta(total):
    result = object.__new__(timedelta)
    result._set(total)
    return result


timedelta.min = _delta(-999999999 * 86400000000)
timedelta.max = _delta(999999999 * 86400000000 + 86399999999)
timedelta.resolution = _delta(1)


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saved = dt.dst()
        if saved is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - saved
        return dt + dt.dst()


def _offset(zone, at):
    offset = None if zone is None else zone.utcoffset(at)
    if offset is not None and not isinstance(offset, timedelta):
        raise TypeError("tzinfo.utcoffset() must return None or a timedelta, not '%s'" % type(offset).__name__)
    return offset


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(zone).__name__)


class timezone(tzinfo):
    def fromutc(self, dt):
        return dt + self._offset

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__)
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             "timedelta(hours=24), not " + repr(offset) + ".")
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else ", " + repr(self._name)
        return "datetime.timezone(" + repr(self._offset) + name + ")"

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc


def _offset_text(offset, sep=":"):
    if offset is None:
        return ""
    seconds, micros = divmod(abs(offset._total), 1000000)
    text = ("-" if offset._total < 0 else "+") + _two(seconds // 3600) + sep + _two(seconds // 60 % 60)
    if seconds % 60 or micros:
        text += sep + _two(seconds % 60)
    return text + ".%06d" % micros if micros else text


def _whole(*numbers):
    for number in numbers:
        if not hasattr(number, "__index__"):
            raise TypeError("'" + type(number).__name__ + "' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    _whole(year, month, day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year " + str(year) + " is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")


def _given(year, month, day):
    if year is not None:
        _whole(year)
    for name, at, value in (("year", 1, year), ("month", 2, month), ("day", 3, day)):
        if value is None:
            raise TypeError("function missing required argument '" + name + "' (pos " + str(at) + ")")


class date:
    def __new__(cls, year=None, month=None, day=None):
        _given(year, month, day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls.fromordinal(int(timestamp // 86400) + 719163)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        found = _iso_date(text)
        if found is None:
            raise ValueError("Invalid isoformat string: " + repr(text))
        return cls(*found)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_of_week(year, week, day))

    def timetuple(self):
        return _struct_time(self, 0, 0, 0, -1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() + 3 - self.weekday()
        year = _from_ordinal(thursday)[0]
        return IsoCalendarDate(year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def strftime(self, format):
        return _datetime.strftime(format, self._year, self._month, self._day, 0, 0, 0, 0, None)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_shown(type(self)), self._year, self._month, self._day)

    def _key(self):
        return self._year, self._month, self._day

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other._days
        if not 1 <= n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _like(self, other):
        return isinstance(other, date) and isinstance(other, datetime) == isinstance(self, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._like(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        return self._key() < other._key() if self._like(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._like(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._like(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._like(other) else NotImplemented

    def __reduce__(self):
        return type(self), self._key()


def _now():
    return _lockstep.clock(0) / 1000000000


def _time_text(hour, minute, second, microsecond, timespec="auto"):
    text = _two(hour) + ":" + _two(minute)
    if timespec == "minutes":
        return text
    text += ":" + _two(second)
    if timespec == "milliseconds":
        return text + ".%03d" % (microsecond // 1000)
    if timespec == "microseconds" or (timespec == "auto" and microsecond):
        return text + ".%06d" % microsecond
    return text


def _check_time(hour, minute, second, microsecond):
    _whole(hour, minute, second, microsecond)
    for name, value, limit in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59),
                               ("microsecond", microsecond, 999999)):
        if not 0 <= value <= limit:
            raise ValueError(name + " must be in 0.." + str(limit))


class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        found = _iso_time(text[1:] if text[:1] == "T" else text)
        if found is None:
            raise ValueError("Invalid isoformat string: " + repr(text))
        return cls(*found)

    def utcoffset(self):
        return _offset(self.tzinfo, None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        text = _time_text(self.hour, self.minute, self.second, self.microsecond, timespec)
        return text if self.tzinfo is None else text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        return _datetime.strftime(_zoned(format, self), 1900, 1, 1, self.hour, self.minute, self.second, self.microsecond, None)

    def __repr__(self):
        text = _shown(type(self)) + "(" + _time_args(self.hour, self.minute, self.second, self.microsecond)
        return text + ")" if self.tzinfo is None else text + ", tzinfo=" + repr(self.tzinfo) + ")"

    def _key(self):
        return self.hour, self.minute, self.second, self.microsecond

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self.hour if hour is None else hour, self.minute if minute is None else minute,
                          self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond,
                          self.tzinfo if tzinfo is True else tzinfo, fold=self.fold if fold is None else fold)

    def __hash__(self):
        return hash(self._key())


def _time_args(hour, minute, second, microsecond):
    parts = [hour, minute, second, microsecond]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return ", ".join([str(part) for part in parts])


def _deprecated(name, instead):
    import warnings
    warnings._deprecated(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. "
                         f"Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.{instead}.")


class datetime(date):
    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _given(year, month, day)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        return self

    @classmethod
    def _of(cls, micros, tz):
        days, micros = divmod(micros, 86400000000)
        year, month, day = _from_ordinal(days)
        seconds, micros = divmod(micros, 1000000)
        return cls(year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, micros, tz)

    def _micros(self):
        seconds = self.hour * 3600 + self.minute * 60 + self.second
        return self.toordinal() * 86400000000 + seconds * 1000000 + self.microsecond

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_now(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        micros = round(timestamp * 1000000) + 719163 * 86400000000
        found = cls._of(micros, tz)
        return found if tz is None else tz.fromutc(found)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, day, at, tzinfo=None):
        return cls(day.year, day.month, day.day, at.hour, at.minute, at.second, at.microsecond, tzinfo or at.tzinfo)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        found = None
        # What the day ends with is not said: as many characters as make a date and leave a time.
        for end in (7, 8, 10):
            day = _iso_date(text[:end])
            at = _iso_time(text[end + 1:]) if len(text) > end else [0, 0, 0, 0, None]
            if day is not None and at is not None:
                found = list(day) + at
        if found is None:
            raise ValueError("Invalid isoformat string: " + repr(text))
        return cls(*found)

    def timetuple(self):
        dst = None if self.tzinfo is None else self.tzinfo.dst(self)
        return _struct_time(self, self.hour, self.minute, self.second, -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        day = self if self.tzinfo is None else self - self.utcoffset()
        return _struct_time(day, day.hour, day.minute, day.second, 0)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    @classmethod
    def strptime(cls, text, format):
        return cls(*_parsed(text, format))

    def timestamp(self):
        micros = self._micros() - 719163 * 86400000000
        if self.tzinfo is not None:
            micros -= self.utcoffset()._total
        return micros / 1000000

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def utcoffset(self):
        return _offset(self.tzinfo, self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        tz = timezone.utc if tz is None else tz
        if tz is self.tzinfo:
            return self
        return tz.fromutc((self - (self.utcoffset() or timedelta(0))).replace(tzinfo=tz))

    def isoformat(self, sep="T", timespec="auto"):
        text = date.isoformat(self) + sep + _time_text(self.hour, self.minute, self.second, self.microsecond,
                                                       timespec)
        return text if self.tzinfo is None else text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def strftime(self, format):
        self.dst()
        offset = self.utcoffset()
        offset = None if offset is None else offset._total // 1000000
        return _datetime.strftime(_zoned(format, self), self._year, self._month, self._day, self.hour, self.minute, self.second,
                                  self.microsecond, offset)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self.hour if hour is None else hour,
                          self.minute if minute is None else minute, self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond,
                          self.tzinfo if tzinfo is True else tzinfo)

    def __repr__(self):
        text = "%s(%d, %d, %d, " % (_shown(type(self)), self._year, self._month, self._day)
        text += _time_args(self.hour, self.minute, self.second, self.microsecond)
        return text + ")" if self.tzinfo is None else text + ", tzinfo=" + repr(self.tzinfo) + ")"

    def _key(self):
        offset = self.utcoffset()
        return (self._micros() - (0 if offset is None else offset._total),)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._micros() + other._total, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._micros() - other._total, self.tzinfo)
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return _delta(self._key()[0] - other._key()[0])
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self.hour, self.minute, self.second,
                            self.microsecond, self.tzinfo)


date.resolution = timedelta(1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = datetime.resolution = timedelta(microseconds=1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)


_widths = {"Y": (4, 4, 0, 9999), "m": (1, 2, 1, 12), "d": (1, 2, 1, 31), "H": (1, 2, 0, 23), "I": (1, 2, 1, 12),
           "M": (1, 2, 0, 59), "S": (1, 2, 0, 61), "y": (2, 2, 0, 99), "j": (1, 3, 1, 366), "f": (1, 6, 0, 999999),
           "w": (1, 1, 0, 6)}
_spelt = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_long_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December")
_long_weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_names = {"b": _months, "B": _long_months, "a": _weekdays, "A": _long_weekdays, "p": ("AM", "PM"),
          "Z": ("UTC", "GMT")}


def _parsed(text, format):
    # The arguments of `datetime` that `strptime` finds.
    wrong = "time data " + repr(text) + " does not match format " + repr(format)
    values = {"Y": 1900, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "f": 0}
    pattern = format
    for code in _spelt:
        pattern = pattern.replace("%" + code, _spelt[code])
    at = 0
    i = 0
    while i < len(pattern):
        c = pattern[i]
        i += 1
        if c.isspace():
            # Any amount of white space, but at least some.
            start = at
            while text[at:at + 1].isspace():
                at += 1
            while pattern[i:i + 1].isspace():
                i += 1
            if at == start:
                raise ValueError(wrong)
        elif c != "%":
            if text[at:at + 1].lower() != c.lower():
                raise ValueError(wrong)
            at += 1
        else:
            code = pattern[i:i + 1]
            i += 1
            at = _field(text, at, code, values, format, wrong)
    if at < len(text):
        raise ValueError("unconverted data remains: " + text[at:])
    if "y" in values:
        values["Y"] = values["y"] + (2000 if values["y"] < 69 else 1900)
    if "I" in values:
        values["H"] = values["I"] % 12 + 12 * values.get("p", 0)
    if "j" in values:
        values["Y"], values["m"], values["d"] = _from_ordinal(_ordinal(values["Y"], 1, 1) + values["j"] - 1)
    return values["Y"], values["m"], values["d"], values["H"], values["M"], values["S"], values["f"]


def _field(text, at, code, values, format, wrong):
    # Reads what one directive stands for; gives where it ends.
    if code in _widths:
        least, most, low, high = _widths[code]
        if code == "d" and text[at:at + 1] == " ":
            at += 1
            most = 1
        end = at
        while end - at < most and text[end:end + 1].isdigit():
            end += 1
        while end - at >= least and not low <= int(text[at:end]) <= high:
            end -= 1
        if end - at < least:
            raise ValueError(wrong)
        digits = text[at:end]
        values[code] = int(digits.ljust(6, "0")) if code == "f" else int(digits)
        return end
    if code in _names:
        for position, name in enumerate(_names[code]):
            if text[at:at + len(name)].lower() == name.lower():
                values["m" if code in "bB" else code] = position + 1 if code in "bB" else position
                return at + len(name)
        raise ValueError(wrong)
    if code == "%":
        if text[at:at + 1] != "%":
            raise ValueError(wrong)
        return at + 1
    if code == "":
        raise ValueError("stray % in format " + repr(format))
    if code in "zUWGuV":
        import _lockstep
        _lockstep.unsupported("strptime() does not support %" + code + ": leave that part out")
    raise ValueError("'" + code + "' is a bad directive in format " + repr(format))
