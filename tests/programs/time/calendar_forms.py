# gmtime, strftime, ctime, asctime, mktime, strptime of fixed instants (the zone is UTC).
import time

t = time.gmtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_wday, t.tm_yday, t[0], len(t))  # expect: 1970 1 1 0 3 1 1970 9
print(t)  # expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
print(time.ctime(0), "|", time.asctime(time.gmtime(86400 * 365)))  # expect: Thu Jan  1 00:00:00 1970 | Fri Jan  1 00:00:00 1971
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %y %I %p %%", time.gmtime(1_700_000_000)))  # expect: 2023-11-14 22:13:20 Tue Tuesday Nov November 318 23 10 PM %
print(time.mktime(time.localtime(1_000_000)), time.localtime(5).tm_sec)  # expect: 1000000.0 5
print(time.strptime("2024-02-29", "%Y-%m-%d").tm_yday)  # expect: 60
print(time.strftime("%X|%x|%c|%H:%M", time.gmtime(1_700_000_000)))  # expect: 22:13:20|11/14/23|Tue Nov 14 22:13:20 2023|22:13
print(len(time.ctime()), len(time.strftime("%H:%M:%S")), hasattr(time, "clock"))  # expect: 24 8 False
