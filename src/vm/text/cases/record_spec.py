"""Writes spec.tsv."""
import random

from record import attempt, count, line

random.seed(2)
INTS = [0, 1, -1, 7, 42, -42, 255, 999, 1000, 12345, -123456, 1234567, 65, 0x10FFFF, 0x110000, 2**63, -10**25]
FLOATS = [0.0, -0.0, 1.0, -1.5, 2.5, 0.001, -0.0004, 1234.5678, 123456789.0, 1e15, 1e16, 1e100, -1e-7, 99.995, float("inf"), float("-inf"),
          float("nan"), 0.1, 1 / 3, 5e-324, 1e6, 999999.5]
STRINGS = ["", "a", "hello", "привет", "漢字", "x" * 12]


def put(value, spec):
    name = type(value).__name__
    line(name, [value, spec], attempt(format, value, spec))


def maybe(options, chance=0.35):
    return random.choice(options) if random.random() < chance else ""


def spec(codes):
    out = maybe(["", "*", "0", "ж", "{", " ", "<"]) and random.choice(["*<", "0=", "ж^", "->", "<<", " ^", "0>", "=="])
    out = out or maybe(["<", ">", "^", "="])
    out += maybe(["+", "-", " "]) + maybe(["z"], 0.08) + maybe(["#"], 0.2) + maybe(["0"], 0.25)
    out += maybe(["1", "5", "8", "12", "20", "٣"], 0.6) + maybe([",", "_", ",_", "_,"] if random.random() < 0.1 else [",", "_"], 0.3)
    out += maybe([".0", ".1", ".2", ".3", ".10", ".20", "."], 0.4) if random.random() < 0.7 else ""
    return out + maybe(codes, 0.8)


for code in ["", *"bcdeEfFgGnosxX%ryN", "é", "\n"]:
    for value in [65, -1.5, "a"]:
        for head in ["", "10", "010", ",", "_", "+", "#", ".2", "z", "=8"]:
            if random.random() < 0.5:
                put(value, head + code)
for text in ["dd", "5.d5", "abc", "1 2", "99999999999999999999", ".99999999999999999999", ".99999999999f", "<<<", ".", "5.", ",,", "__", ",_", "_,", "00", "000005",
             "é>5", "😀^7", "1000", "=", "==5", "{", "z5", "-z5", "0<5", "5#"]:
    for value in [65, 1.5, "a"]:
        put(value, text)
for _ in range(count(170)):
    put(random.choice(INTS), spec(list("bcdoxXndddeEfgG%s")))
    put(random.choice(FLOATS), spec(list("eEfFgGnfffeg%d")))
    put(random.choice(STRINGS), spec(list("sssd")))
