# Dates as text and back, struct_time, and what is wrong with wrong arguments.
import time

def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)

for s in (0, 1e9, -1, 1_700_000_000.999, 253402300799, 951782400, 4e9):
    t(lambda: time.gmtime(s)); t(lambda: time.ctime(s))
    t(lambda: time.strftime("%Y %j %U %W %G %V %u %w %e %d %H %I %p %M %S %y %Z %z %D %T %R %F %h %% %c %x %X", time.gmtime(s)))
t(lambda: time.gmtime("a")); t(lambda: time.gmtime(1e30)); t(lambda: time.asctime((2024, 1, 1)))
t(lambda: time.asctime((2024, 13, 1, 0, 0, 0, 0, 0, 0))); t(lambda: time.asctime(5))
t(lambda: time.strftime("%Y", (2024, 1, 1, 25, 0, 0, 0, 0, 0))); t(lambda: time.strftime(5))
t(lambda: time.mktime((2024, 14, 35, 2, 0, 0, 9, 9, 0))); t(lambda: time.struct_time((1, 2)))
t(lambda: time.struct_time(range(9))); t(lambda: time.struct_time(range(11)).tm_gmtoff)
x = time.localtime(0)
print(x[:3], x.tm_zone, x.tm_gmtoff, x == time.gmtime(0), isinstance(x, tuple), type(x))
for text, form in (("2024-02-30", "%Y-%m-%d"), ("2024-02-20x", "%Y-%m-%d"), ("2024-02", "%Y-%m-%d"),
                   ("12:30:45", "%H:%M:%S"), ("30 Nov 00", "%d %b %y"), ("060 2024", "%j %Y"),
                   ("12:05 PM", "%I:%M %p"), ("x", "%Q"), ("25", "%H")):
    t(lambda: time.strptime(text, form))
t(lambda: time.strptime("Thu Jan  1 00:00:00 1970")); t(lambda: time.get_clock_info("x"))
t(lambda: time.sleep()); t(lambda: time.sleep(1, 2)); t(lambda: time.sleep(secs=1)); t(lambda: time.time(1))
t(lambda: time.sleep(-1)); t(lambda: time.sleep("1")); print(time.sleep, time.perf_counter)

# stdout:
#| time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
#| Thu Jan  1 00:00:00 1970
#| 1970 001 00 00 1970 01 4 4  1 01 00 12 AM 00 00 70 GMT +0000 01/01/70 00:00:00 00:00 1970-01-01 Jan % Thu Jan  1 00:00:00 1970 01/01/70 00:00:00
#| time.struct_time(tm_year=2001, tm_mon=9, tm_mday=9, tm_hour=1, tm_min=46, tm_sec=40, tm_wday=6, tm_yday=252, tm_isdst=0)
#| Sun Sep  9 01:46:40 2001
#| 2001 252 36 36 2001 36 7 0  9 09 01 01 AM 46 40 01 GMT +0000 09/09/01 01:46:40 01:46 2001-09-09 Sep % Sun Sep  9 01:46:40 2001 09/09/01 01:46:40
#| time.struct_time(tm_year=1969, tm_mon=12, tm_mday=31, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=2, tm_yday=365, tm_isdst=0)
#| Wed Dec 31 23:59:59 1969
#| 1969 365 52 52 1970 01 3 3 31 31 23 11 PM 59 59 69 GMT +0000 12/31/69 23:59:59 23:59 1969-12-31 Dec % Wed Dec 31 23:59:59 1969 12/31/69 23:59:59
#| time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=20, tm_wday=1, tm_yday=318, tm_isdst=0)
#| Tue Nov 14 22:13:20 2023
#| 2023 318 46 46 2023 46 2 2 14 14 22 10 PM 13 20 23 GMT +0000 11/14/23 22:13:20 22:13 2023-11-14 Nov % Tue Nov 14 22:13:20 2023 11/14/23 22:13:20
#| time.struct_time(tm_year=9999, tm_mon=12, tm_mday=31, tm_hour=23, tm_min=59, tm_sec=59, tm_wday=4, tm_yday=365, tm_isdst=0)
#| Fri Dec 31 23:59:59 9999
#| 9999 365 52 52 9999 52 5 5 31 31 23 11 PM 59 59 99 GMT +0000 12/31/99 23:59:59 23:59 9999-12-31 Dec % Fri Dec 31 23:59:59 9999 12/31/99 23:59:59
#| time.struct_time(tm_year=2000, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=60, tm_isdst=0)
#| Tue Feb 29 00:00:00 2000
#| 2000 060 09 09 2000 09 2 2 29 29 00 12 AM 00 00 00 GMT +0000 02/29/00 00:00:00 00:00 2000-02-29 Feb % Tue Feb 29 00:00:00 2000 02/29/00 00:00:00
#| time.struct_time(tm_year=2096, tm_mon=10, tm_mday=2, tm_hour=7, tm_min=6, tm_sec=40, tm_wday=1, tm_yday=276, tm_isdst=0)
#| Tue Oct  2 07:06:40 2096
#| 2096 276 40 40 2096 40 2 2  2 02 07 07 AM 06 40 96 GMT +0000 10/02/96 07:06:40 07:06 2096-10-02 Oct % Tue Oct  2 07:06:40 2096 10/02/96 07:06:40
#| TypeError 'str' object cannot be interpreted as an integer
#| OverflowError timestamp out of range for platform time_t
#| TypeError asctime(): illegal time tuple argument
#| ValueError month out of range
#| TypeError Tuple or struct_time argument required
#| ValueError hour out of range
#| TypeError strftime() argument 1 must be str, not int
#| 1741312800.0
#| TypeError time.struct_time() takes an at least 9-sequence (2-sequence given)
#| time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8)
#| 10
#| (1970, 1, 1) UTC 0 True True <class 'time.struct_time'>
#| ValueError day is out of range for month
#| ValueError unconverted data remains: x
#| ValueError time data '2024-02' does not match format '%Y-%m-%d'
#| time.struct_time(tm_year=1900, tm_mon=1, tm_mday=1, tm_hour=12, tm_min=30, tm_sec=45, tm_wday=0, tm_yday=1, tm_isdst=-1)
#| time.struct_time(tm_year=2000, tm_mon=11, tm_mday=30, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=335, tm_isdst=-1)
#| time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=60, tm_isdst=-1)
#| time.struct_time(tm_year=1900, tm_mon=1, tm_mday=1, tm_hour=12, tm_min=5, tm_sec=0, tm_wday=0, tm_yday=1, tm_isdst=-1)
#| ValueError 'Q' is a bad directive in format '%Q'
#| ValueError unconverted data remains: 5
#| time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=-1)
#| ValueError unknown clock
#| TypeError time.sleep() takes exactly one argument (0 given)
#| TypeError time.sleep() takes exactly one argument (2 given)
#| TypeError time.sleep() takes no keyword arguments
#| TypeError time.time() takes no arguments (1 given)
#| ValueError sleep length must be non-negative
#| TypeError 'str' object cannot be interpreted as an integer
#| <built-in function sleep> <built-in function perf_counter>
