# What is called in an old way says so, once per line.
import datetime
import re

print(re.sub("a", "b", "aaa", 1), re.subn("a", "b", "aAa", 1, re.I), re.sub("a", "b", "aaa", count=2))
print(re.split("a", "xaxax", 1))
for given in (("a", "b", "c", 1, 2, 3), ("a", "b", "c", 1)):
    try:
        re.sub(*given, count=2)
    except TypeError as error:
        print(error)


def now():
    return datetime.datetime.utcnow()


now()
now()
print(datetime.datetime.utcfromtimestamp(0))

# stdout:
#| baa ('bAa', 1) bba
#| ['x', 'xax']
#| sub() got multiple values for argument 'count'
#| sub() got multiple values for argument 'count'
#| 1970-01-01 00:00:00
# stderr:
#| deprecated_calls.py:5: DeprecationWarning: 'count' is passed as positional argument
#|   print(re.sub("a", "b", "aaa", 1), re.subn("a", "b", "aAa", 1, re.I), re.sub("a", "b", "aaa", count=2))
#| deprecated_calls.py:6: DeprecationWarning: 'maxsplit' is passed as positional argument
#|   print(re.split("a", "xaxax", 1))
#| deprecated_calls.py:15: DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).
#|   return datetime.datetime.utcnow()
#| deprecated_calls.py:20: DeprecationWarning: datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).
#|   print(datetime.datetime.utcfromtimestamp(0))
