# The virtual clock, and dates in UTC, the zone of every run.
import _datetime
import _lockstep
import _structseq

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3
CLOCK_MONOTONIC_RAW = 4
CLOCK_BOOTTIME = 7
CLOCK_TAI = 11

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

_weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_days_before = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

struct_time = _structseq.make(
    "time.struct_time",
    ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"),
    ("tm_zone", "tm_gmtoff"))


def sleep(seconds, /):
    _lockstep.sleep(seconds)


def time():
    return _lockstep.clock(0) / 1000000000


def time_ns():
    return _lockstep.clock(0)


def monotonic():
    return _lockstep.clock(1) / 1000000000


def monotonic_ns():
    return _lockstep.clock(1)


def perf_counter():
    return _lockstep.clock(1) / 1000000000


def perf_counter_ns():
    return _lockstep.clock(1)


def process_time():
    return _lockstep.clock(2) / 1000000000


def process_time_ns():
    return _lockstep.clock(2)


def thread_time():
    return _lockstep.clock(3) / 1000000000


def thread_time_ns():
    return _lockstep.clock(3)


def clock_gettime_ns(clk_id, /):
    if clk_id in (CLOCK_REALTIME, CLOCK_TAI):
        return _lockstep.clock(0)
    if clk_id in (CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME):
        return _lockstep.clock(1)
    if clk_id in (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID):
        return _lockstep.clock(clk_id)
    raise OSError(22, "Invalid argument")


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1000000000


def clock_getres(clk_id, /):
    clock_gettime_ns(clk_id)
    return 1e-09


_clocks = {
    "time": (False, True, "clock_gettime(CLOCK_REALTIME)"),
    "monotonic": (True, False, "clock_gettime(CLOCK_MONOTONIC)"),
    "perf_counter": (True, False, "clock_gettime(CLOCK_MONOTONIC)"),
    "process_time": (True, False, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"),
    "thread_time": (True, False, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"),
}


def get_clock_info(name, /):
    import types
    if name not in _clocks:
        raise ValueError("unknown clock")
    monotonic, adjustable, implementation = _clocks[name]
    return types.SimpleNamespace(implementation=implementation, monotonic=monotonic,
                                 adjustable=adjustable, resolution=1e-09)


# ---- dates

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days(year, month, day):
    # Since 1970-01-01.
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400 + _days_before[month - 1] + day
    return days - 719163 + (month > 2 and _is_leap(year))


def _civil(seconds):
    days, rest = divmod(seconds, 86400)
    year = 1970 + days * 400 // 146097
    while _days(year, 1, 1) > days:
        year -= 1
    while _days(year + 1, 1, 1) <= days:
        year += 1
    month = 12
    while _days(year, month, 1) > days:
        month -= 1
    return (year, month, days - _days(year, month, 1) + 1, rest // 3600, rest // 60 % 60, rest % 60,
            (days + 3) % 7, days - _days(year, 1, 1) + 1, 0)


def _moment(seconds):
    if seconds is None:
        return _lockstep.clock(0) // 1000000000
    if not isinstance(seconds, (int, float)):
        raise TypeError("'" + type(seconds).__name__ + "' object cannot be interpreted as an integer")
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if not -1e18 < seconds < 1e18:
        raise OverflowError("timestamp out of range for platform time_t")
    if not -67768040609740800 <= seconds < 67768036191676800:
        raise OSError(75, "Value too large for defined data type")
    return int(seconds // 1)


def gmtime(seconds=None, /):
    return struct_time(_civil(_moment(seconds)) + ("GMT", 0))


def localtime(seconds=None, /):
    return struct_time(_civil(_moment(seconds)) + ("UTC", 0))


def _fields(t, function):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("%s(): illegal time tuple argument" % function)
    for value in t:
        if not isinstance(value, int):
            raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    year, month, day, hour, minute, second, weekday, yday, dst = t
    month = 1 if month == 0 else month
    day = 1 if day == 0 else day
    yday = 1 if yday == 0 else yday
    for value, least, most, name in (
            (month, 1, 12, "month"), (day, 1, 31, "day of month"), (hour, 0, 23, "hour"), (minute, 0, 59, "minute"),
            (second, 0, 61, "seconds"), (weekday, -1, 1000000000, "day of week"), (yday, 1, 366, "day of year")):
        if not least <= value <= most:
            raise ValueError(name + " out of range")
    return year, month, day, hour, minute, second, weekday % 7, yday, dst


def asctime(t=None, /):
    year, month, day, hour, minute, second, weekday, yday, dst = _fields(localtime() if t is None else t, "asctime")
    return "%s %s%3d %02d:%02d:%02d %d" % (
        _weekdays[weekday], _months[month - 1], day, hour, minute, second, year)


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def mktime(t, /):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    year, month, day, hour, minute, second = t[:6]
    years, month = divmod(month - 1, 12)
    return float((_days(year + years, month + 1, 1) + day - 1) * 86400 + hour * 3600 + minute * 60 + second)


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError("strftime() argument 1 must be str, not " + type(format).__name__)
    t = localtime() if t is None else t
    fields = _fields(t, "strftime")
    zone = getattr(t, "tm_zone", None) or "UTC"
    return _datetime.strftime_fields(format, *fields[:8], zone)


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    import datetime
    for position, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (position, type(value)))
    year, month, day, hour, minute, second, micro = datetime._parsed(data_string, format)
    datetime._check_date(year, month, day)
    days = _days(year, month, day)
    return struct_time((year, month, day, hour, minute, second, (days + 3) % 7, days - _days(year, 1, 1) + 1, -1,
                        None, None))


def tzset():
    pass


def clock_settime(clk_id, time, /):
    raise PermissionError(1, "Operation not permitted")


def clock_settime_ns(clk_id, time, /):
    raise PermissionError(1, "Operation not permitted")


def pthread_getcpuclockid(thread_id, /):
    _lockstep.unsupported("time.pthread_getcpuclockid() is not supported: use time.thread_time()")
