"""Writes random.tsv."""
import random
from itertools import accumulate

from record import bits, count, line

random.seed(9)


def shown(value):
    if isinstance(value, float):
        return bits(value)
    if isinstance(value, bytes):
        return "[" + ", ".join(map(str, value)) + "]"
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value)


PLAIN = {"random", "randbytes", "shuffle", "uniform", "triangular", "gauss", "normalvariate"}


def call(r, name, a):
    if name == "choice":
        return r.choice(range(a[0]))
    if name == "shuffle":
        items = list(range(a[0]))
        r.shuffle(items)
        return items
    if name == "sample":
        return r.sample(range(a[0]), a[1])
    if name == "choices":
        return r.choices(list(range(a[0])), k=a[1])
    if name == "weighted":
        return r.choices(range(len(a) - 1), cum_weights=a[1:], k=a[0])
    if name == "triangular":
        a = map(float, a)
    return getattr(r, name)(*a)


def outcome(r, name, a):
    try:
        return ("" if name in PLAIN else "=") + shown(call(r, name, a))
    except Exception as error:
        return f"!{type(error).__name__}: {error}"


def command():
    n = random.randrange
    weights = list(accumulate(random.choice([n(0, 5), n(1, 9) / 4]) for _ in range(n(1, 6))))
    return random.choice([
        ("random", []), ("random", []), ("getrandbits", [n(-1, 100)]), ("randbytes", [n(9)]),
        ("randrange", [n(-1, 50)]), ("randrange", [n(-50, 50), n(-50, 50)]), ("randrange", [n(50), n(-50, 90), n(-4, 5)]),
        ("randrange", [10**random.choice([9, 10, 19, 30])]), ("randint", [n(-9, 9), n(0, 10**n(1, 12))]), ("randint", [1, 6]),
        ("choice", [n(9)]), ("shuffle", [n(12)]), ("sample", [n(1, 200), n(-1, 12)]), ("sample", [n(100, 900), n(100)]),
        ("choices", [n(9), n(-1, 5)]), ("weighted", [n(5)] + weights), ("uniform", [n(9), n(9) / 4]),
        ("triangular", [n(9), n(9)]), ("triangular", [1, 1, 1]), ("triangular", [0, 8, n(9)]), ("gauss", [0, 1]), ("gauss", [n(9), n(9) / 2]),
        ("normalvariate", [0, 1]), ("lognormvariate", [0, 0.25]), ("lognormvariate", [5000, 1]), ("expovariate", [n(0, 9) / 4]),
        ("paretovariate", [n(0, 9) / 2]), ("weibullvariate", [n(9), n(0, 9) / 2]),
    ])


def seed(kind):
    if kind == "int":
        return random.choice([0, 1, -1, 42, 12345, 2**32, -2**70, random.getrandbits(9000), random.getrandbits(64)])
    if kind == "str":
        return random.choice(["", "a", "seed", "семя", "x" * 130])
    return random.choice([0.0, 1.5, -2.25, 1e300, 3.0])


for _ in range(count(150)):
    kind = random.choice(["int", "int", "str", "float"])
    value = seed(kind)
    r = random.Random(value)
    script = [command() for _ in range(random.randrange(1, 7))]
    draws = [outcome(r, name, a) for name, a in script]
    line(kind, [value,
         " ".join(",".join([name, *map(str, a)]) for name, a in script)], "=" + " ".join(draws))
for n in [0, 7]:
    r = random.Random(n)
    line("int", [n, " ".join(["random"] * 700)], "=" + " ".join(bits(r.random()) for _ in range(700)))
