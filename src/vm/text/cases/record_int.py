"""Writes int.tsv."""
import math
import operator
import random

from record import count, record

random.seed(6)
PIECES = ["0", "1", "7", "9", "_", "-", "+", " ", "0x", "0b", "0o", "a", "F", "z", "\n", "\u0663", "\u3000", "é", "\x1c", "'", "."]


def literal():
    return "".join(random.choice(PIECES) for _ in range(random.randrange(6)))


def number():
    size = random.choice([3, 8, 31, 64, 65, 200])
    return random.choice([-1, 1]) * random.getrandbits(size)


for t in ["", "0", "00", "0_0", "010", "-0", " 12 ", "1_000", "1__0", "_1", "1_", "0x_f", "0xf_", "0x", "ff", "zz", "１２", "12\0",
          "+-1", "- 1", "0b2", "0o17", "x" * 300, "é" * 250, "1e5", "1.0", "'", '"\'', "\ud7ff"]:
    for base in [10, 0, 16, 36, 2]:
        record("parse", int, t, base)
for base in [-1, 1, 37, 10**9]:
    record("parse", int, "1", base)
for t in ["", "12", " 1\n", "x'", "1_0", "0x1f"]:
    for base in [10, 0, 16]:
        record("parse_bytes", lambda t, base: int(t.encode(), base), t, base)
for _ in range(count(60)):
    record("parse", int, literal(), random.choice([0, 2, 8, 10, 16, 36]))
for _ in range(count(15)):
    a, b, c = number(), number(), number()
    small = random.randrange(-3, 90)
    for name in ["floordiv", "mod", "and", "or", "xor"]:
        record(name, getattr(operator, name + "_" * (name in ("and", "or"))), a, random.choice([b, small]))
    record("divmod", divmod, a, b)
    record("pow", lambda a, b: a ** b, random.choice([a, small]), abs(small) % 60)
    record("pow_mod", pow, a, b, random.choice([c, small]))
    record("lshift", operator.lshift, a, small)
    record("rshift", operator.rshift, a, random.choice([small, abs(b)]))
    record("invert", operator.invert, a)
    record("bit_length", int.bit_length, a)
    record("bit_count", int.bit_count, a)
    record("isqrt", math.isqrt, a)
    record("gcd", math.gcd, a, b)
    record("lcm", math.lcm, a, small)
    record("round", round, random.choice([a, small]), -random.randrange(-1, 25))
    for f in [bin, oct, hex]:
        record(f.__name__, f, a)
for a in [0, 1, -1, 2, -2]:
    for b in [0, 1, -1, 5]:
        for name in ["floordiv", "mod"]:
            record(name, getattr(operator, name), a, b)
        for c in [0, 1, -1, 7]:
            record("pow_mod", pow, a, b, c)
for n in [5, 15, 25, -5, -15, -25, 50, 150, 250, 49, 51]:
    for d in [-1, -2, -3]:
        record("round", round, n, d)
