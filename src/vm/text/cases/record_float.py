"""Writes float.tsv."""
import random
import struct

from record import bits, count, line, record

random.seed(1)
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.5, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 0.1, 1.1, 5e-324, 2.2250738585072014e-308,
           1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 123456789.123, 1e22, 1e23, 3.0, -7.25]
EASY = [0.0, -0.0, 1.0, -1.0, 2.0, -3.0, 0.5, -0.5, 4.0, 7.0, float("inf"), float("-inf"), float("nan"), 1e300, 10.0]


def any_float():
    kind = random.randrange(4)
    if kind == 0:
        return struct.unpack(">d", random.randbytes(8))[0]
    if kind == 1:
        return random.choice([-1, 1]) * random.randrange(10**6) / 10 ** random.randrange(6)
    if kind == 2:
        return 2.0 ** random.randrange(-1074, 1024)
    return random.gauss(0, 1) * 10.0 ** random.randrange(-20, 20)


def any_int():
    n = random.getrandbits(random.choice([5, 53, 54, 55, 64, 65, 120, 1100]))
    return random.choice([-1, 1]) * (n | random.choice([0, 0, 1]) << random.choice([60, 130]))


def exact_power(a, b):
    """Powers that every good `pow` agrees on."""
    try:
        value = a ** b
        if isinstance(value, float) and abs(value) < 1e300 and value != int(value):
            return
    except (ArithmeticError, ValueError):
        pass
    record("pow", power, a, b)


def power(a, b):
    value = a ** b
    return "complex" if isinstance(value, complex) else value


def divided(a, b):
    q, r = divmod(a, b)
    return f"{bits(q)} {bits(r)}"


LITERALS = ["", " ", "1", " 1.5\n", "1_0", "1__0", "_1", "1_", "1_.5", "1._5", "1e1_0", "1e_1", "1e", "e5", ".5", "5.", ".", "+.5e-3", "--1",
            "inf", "-Infinity", "+nan", "NaN", "infinit", "0x10", "1e400", "1e-400", "٣.٥", "1\u3000", "1\x1c", "é", "1,5", "1d5", "1 2", "- 1",
            "179769313486231580793728971405301e276", "2.2250738585072011e-308", "9007199254740993", "0.1e-6", "1f", "1\0", "nan(1)", "in_f"]
for t in LITERALS:
    record("parse", float, t)
for _ in range(count(20)):
    record("parse", float, f"{random.getrandbits(70)}.{random.getrandbits(20)}e{random.randrange(-330, 310)}")
    record("parse", float, "".join(random.choice("0159_.e+- ") for _ in range(random.randrange(1, 7))))
for x in SPECIAL + [any_float() for _ in range(count(40))]:
    line("repr", [x], "=" + repr(x))
    line("hex", [x], "=" + x.hex())
    record("round_int", round, x)
    if abs(x) < 1e40 or x != x:
        record("int", int, x)
    if 1e-10 < abs(x) < 1e40 or x != x:
        record("ratio", x.__class__.as_integer_ratio, x)
    record("round", round, x, random.randrange(-12, 12))
    record("round", round, x, random.choice([0, 1, 2, 3, 20, 323, 324, -308, -309]))
for x in [2.675, 0.125, 0.375, 1.005, 25.0, 35.0, 15.0, 250.0, 350.0, 1.7e308, 5e307, 0.5, 1.5, 2.5, -0.05]:
    for n in [-308, -2, -1, 0, 1, 2]:
        record("round", round, x, n)
for n in [0, 2**53, 2**53 + 1, 2**53 + 2, 2**53 + 3, 2**64 - 1, 2**1024, 2**1024 - 1, 2**1024 - 2**970, 2**1024 - 2**970 - 1, -10**400]:
    record("from_int", float, n)
    record("truediv", lambda a, b: a / b, n, 3)
    record("truediv", lambda a, b: a / b, 3, n)
for _ in range(count(30)):
    record("from_int", float, any_int())
    record("truediv", lambda a, b: a / b, any_int(), any_int())
    record("truediv", lambda a, b: a / b, any_int(), -random.randrange(99))
for n in [0, 1, -1, 2, 2**53 + 1, -2**53 - 1, 10**400, -10**400, any_int()]:
    for x in [0.0, 0.5, -0.5, 1.0, 2.0**53, -2.0**53, 1e300, float("inf"), float("-inf"), float("nan"), any_float()]:
        record("compare", lambda n, x: None if x != x else (n > x) - (n < x), n, x)
for a in EASY:
    for b in random.sample(EASY, 4):
        exact_power(a, b * 2)
        record("divmod", divided, a, b)
for _ in range(count(15)):
    a, b = any_float(), any_float()
    record("divmod", divided, a, b)
    record("divide", lambda a, b: a / b, a, random.choice([b, 0.0]))
    record("floordiv", lambda a, b: a // b, a, random.choice([b, 0.0]))
    record("mod", lambda a, b: a % b, a, random.choice([b, 0.0]))
    exact_power(float(random.randrange(-20, 20)), float(random.randrange(12)))
for a, b in [(10.0, 400.0), (-10.0, 401.0), (-2.0, 0.5), (0.5, 2000.0), (1.5, 1e6)]:
    exact_power(a, b)
