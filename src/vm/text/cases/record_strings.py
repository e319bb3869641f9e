"""Writes strings.tsv."""
import random

from record import count, record

random.seed(10)


def text(alphabet="aab -ж漢\t\n", top=12):
    return "".join(random.choice(alphabet) for _ in range(random.randrange(top)))


def index():
    return random.choice([None, None, random.randrange(-15, 15), 10**18, -10**18])


def item(t, i):
    try:
        return t[i]
    except IndexError:
        return None


for _ in range(count(30)):
    t = random.choice([text(), text("ab", 20)])
    sub = random.choice([text("ab ж", 3), t[1:3], ""])
    for name in ["split", "rsplit"]:
        record(name, getattr(str, name), t, random.choice([None, None, sub, " "]), random.choice([-1, -1, 0, 1, 2, 5]))
        record(name, getattr(str, name), text(" a\t\x1c\u3000\x85\u200b"), None, random.choice([-1, 0, 1, 2]))
    record("splitlines", lambda t, k: t.splitlines(k), text("a\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), random.random() < 0.5)
    for name in ["strip", "lstrip", "rstrip"]:
        record(name, getattr(str, name), text(" a\t\x1c\u3000\x85\u200b", 6), None)
        record(name, getattr(str, name), t, random.choice([sub, "ab", " ж"]))
    for name in ["find", "rfind", "count", "startswith", "endswith"]:
        record(name, getattr(str, name), t, sub, index(), index())
    record("replace", str.replace, t, sub, text("xyЩ", 3), random.choice([-1, -1, 0, 1, 2]))
    for name in ["center", "ljust", "rjust"]:
        record(name, getattr(str, name), text("abж", 7), random.randrange(-2, 12), random.choice(" *ж"))
    record("zfill", str.zfill, random.choice(["", "+", "-"]) + text("12ж", 5), random.randrange(-2, 9))
    record("partition", str.partition, t, sub)
    record("rpartition", str.rpartition, t, sub)
    record("expandtabs", str.expandtabs, text("a\t\t\n\rж"), random.randrange(-1, 9))
    record("slice", lambda t, *a: t[slice(*a)], t, index(), index(), random.choice([None, 1, 2, -1, -2, 3, 0, 10**18, -10**18]))
    record("item", item, t, random.randrange(-13, 13))
