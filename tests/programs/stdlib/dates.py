# datetime: a little of it.
from datetime import date, datetime, timedelta

d = datetime(2024, 2, 28, 23, 30, 15)
print(d, repr(d), d.isoformat(), d + timedelta(days=1, hours=2), d.strftime("%d.%m.%Y %H:%M"))  # expect: 2024-02-28 23:30:15 datetime.datetime(2024, 2, 28, 23, 30, 15) 2024-02-28T23:30:15 2024-03-01 01:30:15 28.02.2024 23:30
print(datetime.fromtimestamp(0), date(2024, 3, 1) - date(2024, 2, 1), timedelta(seconds=90061), timedelta(minutes=5) / 2)  # expect: 1970-01-01 00:00:00 29 days, 0:00:00 1 day, 1:01:01 0:02:30
print(timedelta(hours=1).total_seconds(), d.weekday(), d.date(), d.time(), d < datetime(2025, 1, 1), d.replace(year=2020).year)  # expect: 3600.0 2 2024-02-28 23:30:15 True 2020
print(isinstance(datetime.now(), datetime), datetime.strptime("01/02/2023", "%d/%m/%Y"))  # expect: True 2023-02-01 00:00:00
