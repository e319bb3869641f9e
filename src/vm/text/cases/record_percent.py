"""Writes percent.tsv."""
import random

from record import attempt, bits, count, line

random.seed(3)
VALUES = [0, 1, -1, 42, -255, 65, 10**20, 0x110000, 0.0, -0.0, 1.5, -2.25, 1e10, 1e-7, 123456.789, float("inf"), float("-inf"), float("nan"), "", "a", "hello", "жук",
          "it's"]


def encoded(value):
    if isinstance(value, float):
        return "f" + bits(value)
    return ("i" if isinstance(value, int) else "s") + str(value)


def put(template, *values):
    line("percent", [template, *map(encoded, values)], attempt(lambda: template % values))


def maybe(options, chance):
    return random.choice(options) if random.random() < chance else ""


def conversion():
    flags = "".join(random.sample("-+ #0", random.choice([0, 0, 1, 1, 2, 3])))
    return "%" + flags + maybe(["1", "5", "8", "12", "*"], 0.5) + maybe([".", ".0", ".1", ".3", ".10", ".*"], 0.4) + maybe(["h", "l", "L"], 0.05)


for template in ["", "a", "%", "%%", "%5%", "%-", "%5", "%.", "%l", "%(", "%(a", "%(a)", "%y", "%5.3y", "%é", "ж%\n", "%ls", "%lls", "%*d", "%*", "%.*f", "%d%d", "%s%s%s", "% d",
                 "%99999999999999999999d", "%.99999999999d", "%.2147483648f", "x%ly", "%(a)d", "%٣d", "%--+5d", "%x %o %X", "%b", "%n", "%D"]:
    put(template)
    put(template, 5)
    put(template, 5, -7)
    put(template, 2.5)
    put(template, "a", "b", "c")
for code in "diuoxXeEfFgGcrsa%":
    for value in VALUES:
        if random.random() < 0.7:
            put("%" + code, value)
for _ in range(count(350)):
    template = conversion() + random.choice("diuoxXeEfFgGcrsa" "dxsf")
    stars = [random.randrange(-8, 12) for _ in range(template.count("*"))]
    put(maybe(["<", "ж "], 0.2) + template + maybe([">", "%%"], 0.2), *stars, random.choice(VALUES))
