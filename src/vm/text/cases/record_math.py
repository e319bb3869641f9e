"""Writes math.tsv. Functions that libm and glibc round differently are asked for exact results and errors alone."""
import math
import random
import struct

from record import attempt, bits, count, line, record

random.seed(13)
inf, nan = math.inf, math.nan
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -2.5, 3.0, 100.0, 1e10, -1e300, 1e300, 5e-324, 1000.0, -1000.0, 171.0, 172.0, 710.5, inf, -inf, nan]
ROUGH = ["acosh", "asinh", "atanh", "cbrt", "cosh", "expm1", "log1p", "sinh", "tanh", "gamma", "lgamma", "tan", "log10", "erf", "erfc"]
FINE = ["acos", "asin", "atan", "cos", "exp", "exp2", "log2", "sin", "sqrt", "fabs", "degrees", "radians", "ulp"]


def any_float():
    kind = random.randrange(4)
    if kind == 0:
        return struct.unpack(">d", random.randbytes(8))[0]
    if kind == 1:
        return float(random.randrange(-20, 20)) / random.choice([1, 2, 4])
    return random.choice([random.random(), random.gauss(0, 50), random.choice(SPECIAL)])


def rough(name, x):
    """Recorded if the result is special or simple."""
    outcome = attempt(getattr(math, name), x)
    value = float("nan") if outcome[0] == "!" else getattr(math, name)(x)
    if not math.isfinite(value) or value == round(value, 3) and name != "cbrt":
        line(name, [x], outcome)


def joined(values):
    return " ".join(map(bits, values))


def unjoined(text):
    return [struct.unpack(">d", bytes.fromhex(x))[0] for x in text.split()]


def shown_modf(x):
    return " ".join(map(bits, math.modf(x)))


def shown_frexp(x):
    m, e = math.frexp(x)
    return f"{bits(m)} {e}"


for name in ROUGH:
    for x in SPECIAL:
        rough(name, x)
for n in range(-3, 24):
    rough("gamma", float(n))
for name in FINE:
    for x in SPECIAL:
        record(name, getattr(math, name), x)
for n in [0, -1, 1, 2, 2**1023, 2**1024, 2**2000, 10**400, 3**1000, 10**5, 2**100 - 1]:
    for name in ["log", "log2", "log10"]:
        record(name + "_int", getattr(math, name), n)
for n in [-1, 0, 1, 5, 20, 100, 10**20]:
    record("factorial", math.factorial, n)
for a, b in [(5, 2), (5, 7), (0, 0), (-1, 1), (1, -1), (-1, -1), (100, 50), (10**20, 2), (10**20, 10**20 - 3), (10**30, 10**25), (60, 59)]:
    record("perm", math.perm, a, b if b < 99 else b % 7)
    record("comb", math.comb, a, b)
record("perm", math.perm, 10**30, 10**25)
for x, e in [(1.0, 5), (1.5, -1074), (1.0, -1075), (3.0, -1075), (1.0, 1024), (1.0, 10**30), (1.0, -10**30), (0.0, 10**30), (nan, 3), (5e-324, 2000), (-1.25, 7)]:
    record("ldexp", math.ldexp, x, e)
for x in SPECIAL:
    for y in random.sample(SPECIAL, 7):
        for name in ["pow", "fmod", "remainder", "atan2"]:
            record(name, getattr(math, name), x, y)
        record("log", math.log, x, y)
for _ in range(count(12)):
    for name in FINE:
        record(name, getattr(math, name), any_float())
    x, y = any_float(), any_float()
    record("log", math.log, abs(x))
    for name in ["fmod", "remainder"]:
        record(name, getattr(math, name), x, y)
    record("modf", shown_modf, x)
    record("frexp", shown_frexp, x)
    record("ldexp", math.ldexp, x, random.randrange(-1100, 1100))
    steps = random.choice([0, 1, 1, 2, 10**15])
    line("nextafter", [x, y, steps], attempt(lambda: math.nextafter(x, y, steps=steps)))
    for name in ["floor", "ceil", "trunc"]:
        record(name, getattr(math, name), random.choice([x, random.uniform(-1e3, 1e3)]))
    z = [any_float() for _ in range(random.randrange(5))]
    record("hypot", lambda t: math.hypot(*unjoined(t)), joined(z))
    record("hypot", lambda t: math.hypot(*unjoined(t)), joined([random.random() for _ in range(3)]))
    record("dist", lambda p, q: math.dist(unjoined(p), unjoined(q)), joined(z), joined([any_float() for _ in range(random.choice([len(z), 2]))]))
    record("fsum", lambda t: math.fsum(unjoined(t)), joined(any_float() for _ in range(random.randrange(8))))
    record("fsum", lambda t: math.fsum(unjoined(t)), joined(random.random() * 2.0 ** random.randrange(-60, 60) for _ in range(9)))
    record("sum", lambda t, n: sum([0.0, *unjoined(t), n, 0.1]), joined(any_float() for _ in range(random.randrange(8))), random.randrange(10**17))
    record("isclose", lambda a, b, r, s: math.isclose(a, b, rel_tol=r, abs_tol=s), x, random.choice([y, x * (1 + 1e-10)]), random.choice([1e-9, 0.5, -1.0]), random.choice([0.0, 1.0]))
    record("fma", math.fma, x, y, any_float())
