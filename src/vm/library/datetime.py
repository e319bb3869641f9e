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


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = _micros(days, 86400000000) + _micros(seconds, 1000000) + _micros(microseconds, 1)
        total += _micros(milliseconds, 1000) + _micros(minutes, 60000000) + _micros(hours, 3600000000)
        total += _micros(weeks, 604800000000)
        self._set(total)

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
        return "datetime.timedelta(" + (", ".join(parts) or "0") + ")"

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


def _micros(amount, unit):
    return amount * unit if isinstance(amount, int) else round(amount * unit)


def _delta(total):
    result = object.__new__(timedelta)
    result._set(total)
    return result


timedelta.min = _delta(-999999999 * 86400000000)
timedelta.max = _delta(999999999 * 86400000000 + 86399999999)
timedelta.resolution = _delta(1)


class tzinfo:
    pass


class timezone(tzinfo):
    def __init__(self, offset, name=None):
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
        return "datetime.timezone(" + repr(self._offset) + ")"

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc


def _offset_text(offset, sep=":"):
    minutes = offset._total // 60000000
    sign = "-" if minutes < 0 else "+"
    minutes = abs(minutes)
    return sign + _two(minutes // 60) + sep + _two(minutes % 60)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year " + str(year) + " is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")


class date:
    def __init__(self, year, month, day):
        _check_date(year, month, day)
        self._year = year
        self._month = month
        self._day = day

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
        try:
            year, month, day = text.split("-")
            return cls(int(year), int(month), int(day))
        except ValueError:
            raise ValueError("Invalid isoformat string: " + repr(text)) from None

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() + 3 - self.weekday()
        year = _from_ordinal(thursday)[0]
        return year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1

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
        return "datetime.date(%d, %d, %d)" % (self._year, self._month, self._day)

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
    for name, value, limit in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59),
                               ("microsecond", microsecond, 999999)):
        if not 0 <= value <= limit:
            raise ValueError(name + " must be in 0.." + str(limit))


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo

    def isoformat(self, timespec="auto"):
        return _time_text(self.hour, self.minute, self.second, self.microsecond, timespec)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        return _datetime.strftime(format, 1900, 1, 1, self.hour, self.minute, self.second, self.microsecond, None)

    def __repr__(self):
        return "datetime.time(" + _time_args(self.hour, self.minute, self.second, self.microsecond) + ")"

    def _key(self):
        return self.hour, self.minute, self.second, self.microsecond

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


def _time_args(hour, minute, second, microsecond):
    parts = [hour, minute, second, microsecond]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return ", ".join([str(part) for part in parts])


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self._year = year
        self._month = month
        self._day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo

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
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        micros = round(timestamp * 1000000) + 719163 * 86400000000
        if tz is not None:
            micros += tz.utcoffset(None)._total
        return cls._of(micros, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, day, at, tzinfo=None):
        return cls(day.year, day.month, day.day, at.hour, at.minute, at.second, at.microsecond, tzinfo or at.tzinfo)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        for format in ("%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
            try:
                return cls.strptime(text.replace(" ", "T"), format)
            except ValueError:
                pass
        raise ValueError("Invalid isoformat string: " + repr(text))

    @classmethod
    def strptime(cls, text, format):
        return cls(*_parsed(text, format))

    def timestamp(self):
        micros = self._micros() - 719163 * 86400000000
        if self.tzinfo is not None:
            micros -= self.tzinfo.utcoffset(self)._total
        return micros / 1000000

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        tz = timezone.utc if tz is None else tz
        offset = timedelta(0) if self.tzinfo is None else self.utcoffset()
        return datetime._of(self._micros() - offset._total + tz.utcoffset(None)._total, tz)

    def isoformat(self, sep="T", timespec="auto"):
        text = date.isoformat(self) + sep + _time_text(self.hour, self.minute, self.second, self.microsecond,
                                                       timespec)
        return text if self.tzinfo is None else text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def strftime(self, format):
        offset = None if self.tzinfo is None else self.utcoffset()._total // 1000000
        return _datetime.strftime(format, self._year, self._month, self._day, self.hour, self.minute, self.second,
                                  self.microsecond, offset)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self.hour if hour is None else hour,
                          self.minute if minute is None else minute, self.second if second is None else second,
                          self.microsecond if microsecond is None else microsecond,
                          self.tzinfo if tzinfo is True else tzinfo)

    def __repr__(self):
        text = "datetime.datetime(%d, %d, %d, " % (self._year, self._month, self._day)
        text += _time_args(self.hour, self.minute, self.second, self.microsecond)
        return text + ")" if self.tzinfo is None else text + ", tzinfo=" + repr(self.tzinfo) + ")"

    def _key(self):
        if self.tzinfo is not None:
            return (self._micros() - self.utcoffset()._total,)
        return (self._micros(),)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._micros() + other._total, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._micros() - other._total, self.tzinfo)
        if isinstance(other, datetime):
            if (self.tzinfo is None) != (other.tzinfo is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return _delta(self._key()[0] - other._key()[0])
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self.hour, self.minute, self.second,
                            self.microsecond, self.tzinfo)


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
