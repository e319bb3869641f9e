"""Writes precise.tsv."""
import math
import random

from record import count, record

random.seed(11)
for _ in range(count(40)):
    x = random.choice([random.random(), random.gauss(0, 1), random.uniform(-700, 700), random.gauss(0, 1e-3), round(random.uniform(-9, 9), 1)])
    for f in [math.exp, math.exp2, math.sin, math.cos, math.atan]:
        record(f.__name__, f, x)
    y = abs(x) * 10.0 ** random.choice([0, 0, 0, 5, -9, 100, -200]) or 1.0
    for f in [math.log, math.log2]:
        record(f.__name__, f, y)
    for f in [math.asin, math.acos]:
        record(f.__name__, f, random.uniform(-1, 1))
    record("pow", math.pow, random.choice([2.0, 3.0, 10.0, abs(x) or 1.0]), random.choice([0.5, -0.5, 1 / 3, random.uniform(-20, 20), -3.0]))
for n in range(-12, 24):
    record("log10", math.log10, 10.0**n)
for x in [0.5, 1.0, -2.0, 3.0, 100.0]:
    record("tan", math.tan, x)
