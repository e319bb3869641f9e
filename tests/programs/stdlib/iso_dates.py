# Dates and times from ISO 8601 and back, weeks, zones, and what time.struct_time says of them.
from datetime import date, datetime, time, timedelta, timezone

print(date(2024, 3, 1).isocalendar(), date(2021, 1, 3).isocalendar().week, tuple(date(2020, 12, 31).isocalendar()))
print(date.fromisocalendar(2024, 9, 5), date.fromisocalendar(2020, 53, 7), date.resolution, datetime.resolution)
print(time.min, time.max)
for text in ("2024-03-01", "20240301", "2024-W09", "2024-W09-5", "2024W095", "2024-1-5", "2024-13-01", "2024-02-30",
             "2024/03/01", "2024-0301", "", "2024-W60-1", "٢٠٢٤-03-01"):
    try:
        print(text, date.fromisoformat(text))
    except ValueError as error:
        print(error)
for text in ("2024-03-01", "2024-03-01T10:20", "2024-03-01 10:20:30", "2024-03-01T10:20:30.5", "20240301T102030",
             "2024-03-01T10:20:30.123456789", "2024-03-01T10:20:30+03:00", "2024-03-01T10:20:30Z",
             "2024-03-01T10:20:30.25-05:30", "2024-03-01T10", "2024-W09-5T10:20", "2024-03-01T", "2024-03-01T25:00",
             "2024-03-01T10:2", "2024-03-01T10:20:30+3", "nonsense", "2024-03-01T10:20:30,75", "2024-03-01T1020"):
    try:
        moment = datetime.fromisoformat(text)
        print(text, repr(moment), moment.isoformat())
    except ValueError as error:
        print(error)
for text in ("10:20", "T10:20:30", "10:20:30+02:00", "102030", "10", "1:20", "10:20:30.1234567", "10:20Z"):
    try:
        print(text, repr(time.fromisoformat(text)), time.fromisoformat(text))
    except ValueError as error:
        print(error)
zone = timezone(timedelta(hours=3))
moment = datetime(2024, 3, 1, 10, 20, 30, tzinfo=zone)
print(moment.timetuple())
print(moment.utctimetuple()[:6], date(2024, 12, 31).timetuple().tm_yday)
print(repr(moment.timetz()), moment.time(), moment.dst(), moment.timetz().utcoffset())
print(moment - datetime.fromisoformat("2024-03-01T07:20:30Z"))
try:
    timezone(timedelta(hours=24))
except ValueError as error:
    print(error)

# stdout:
#| datetime.IsoCalendarDate(year=2024, week=9, weekday=5) 53 (2020, 53, 4)
#| 2024-03-01 2021-01-03 1 day, 0:00:00 0:00:00.000001
#| 00:00:00 23:59:59.999999
#| 2024-03-01 2024-03-01
#| 20240301 2024-03-01
#| 2024-W09 2024-02-26
#| 2024-W09-5 2024-03-01
#| 2024W095 2024-03-01
#| Invalid isoformat string: '2024-1-5'
#| month must be in 1..12
#| day is out of range for month
#| Invalid isoformat string: '2024/03/01'
#| Invalid isoformat string: '2024-0301'
#| Invalid isoformat string: ''
#| Invalid isoformat string: '2024-W60-1'
#| Invalid isoformat string: '٢٠٢٤-03-01'
#| 2024-03-01 datetime.datetime(2024, 3, 1, 0, 0) 2024-03-01T00:00:00
#| 2024-03-01T10:20 datetime.datetime(2024, 3, 1, 10, 20) 2024-03-01T10:20:00
#| 2024-03-01 10:20:30 datetime.datetime(2024, 3, 1, 10, 20, 30) 2024-03-01T10:20:30
#| 2024-03-01T10:20:30.5 datetime.datetime(2024, 3, 1, 10, 20, 30, 500000) 2024-03-01T10:20:30.500000
#| 20240301T102030 datetime.datetime(2024, 3, 1, 10, 20, 30) 2024-03-01T10:20:30
#| 2024-03-01T10:20:30.123456789 datetime.datetime(2024, 3, 1, 10, 20, 30, 123456) 2024-03-01T10:20:30.123456
#| 2024-03-01T10:20:30+03:00 datetime.datetime(2024, 3, 1, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800))) 2024-03-01T10:20:30+03:00
#| 2024-03-01T10:20:30Z datetime.datetime(2024, 3, 1, 10, 20, 30, tzinfo=datetime.timezone.utc) 2024-03-01T10:20:30+00:00
#| 2024-03-01T10:20:30.25-05:30 datetime.datetime(2024, 3, 1, 10, 20, 30, 250000, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=66600))) 2024-03-01T10:20:30.250000-05:30
#| 2024-03-01T10 datetime.datetime(2024, 3, 1, 10, 0) 2024-03-01T10:00:00
#| 2024-W09-5T10:20 datetime.datetime(2024, 3, 1, 10, 20) 2024-03-01T10:20:00
#| Invalid isoformat string: '2024-03-01T'
#| hour must be in 0..23
#| Invalid isoformat string: '2024-03-01T10:2'
#| Invalid isoformat string: '2024-03-01T10:20:30+3'
#| Invalid isoformat string: 'nonsense'
#| 2024-03-01T10:20:30,75 datetime.datetime(2024, 3, 1, 10, 20, 30, 750000) 2024-03-01T10:20:30.750000
#| 2024-03-01T1020 datetime.datetime(2024, 3, 1, 10, 20) 2024-03-01T10:20:00
#| 10:20 datetime.time(10, 20) 10:20:00
#| T10:20:30 datetime.time(10, 20, 30) 10:20:30
#| 10:20:30+02:00 datetime.time(10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200))) 10:20:30+02:00
#| 102030 datetime.time(10, 20, 30) 10:20:30
#| 10 datetime.time(10, 0) 10:00:00
#| Invalid isoformat string: '1:20'
#| 10:20:30.1234567 datetime.time(10, 20, 30, 123456) 10:20:30.123456
#| 10:20Z datetime.time(10, 20, tzinfo=datetime.timezone.utc) 10:20:00+00:00
#| time.struct_time(tm_year=2024, tm_mon=3, tm_mday=1, tm_hour=10, tm_min=20, tm_sec=30, tm_wday=4, tm_yday=61, tm_isdst=-1)
#| (2024, 3, 1, 7, 20, 30) 366
#| datetime.time(10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800))) 10:20:30 None 3:00:00
#| 0:00:00
#| offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
