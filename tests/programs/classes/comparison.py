# Ordering: __lt__ for sort, total_ordering, __eq__ without hash, reflected comparison.
import functools

@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]
    def __eq__(self, other):
        return self.parts == other.parts
    def __lt__(self, other):
        return self.parts < other.parts
    def __str__(self):
        return ".".join(map(str, self.parts))

versions = [Version(t) for t in ("3.9", "3.13", "2.7.18", "3.10")]
print(" ".join(map(str, sorted(versions))), "|", max(versions), "|", min(versions))
print(Version("1.0") >= Version("1.0"), Version("1.0") > Version("1.0"), Version("1") <= Version("2"))
try:
    hash(versions[0])
except TypeError as error:
    print(error)

class Noisy:
    def __eq__(self, other):
        print("asked")
        return NotImplemented

print(Noisy() == 1)
print(Noisy() in [1])

# stdout:
#| 2.7.18 3.9 3.10 3.13 | 3.13 | 2.7.18
#| True False True
#| unhashable type: 'Version'
#| asked
#| False
#| asked
#| False
