"""Writes set_order.tsv: run with PYTHONHASHSEED=0. Numbers in a script are integers, other words strings."""
import random
import sys

from record import count, line

random.seed(8)
WORDS = ["ab", "cd", "x", "y", "жук", "naïve", "key", "apple", "pear", "fig", "foo", "bar", "baz", "q", "лес", "漢", "z1"]


def element(kind):
    if kind == 0:
        return random.randrange(20)
    if kind == 1:
        return random.randrange(-40, 400)
    if kind == 2:
        return random.randrange(40) * random.choice([8, 32, 64, 128])
    if kind == 3:
        return random.getrandbits(random.choice([20, 62, 90]))
    return random.choice(WORDS) + random.choice(["", "1a", "2b", "_"])


def script():
    kinds = random.choice([[0], [1], [2], [3], [4], [0, 4], [0, 1, 2, 3, 4]])
    top = random.choice([4, 10, 30])
    for _ in range(random.randrange(1, 9)):
        name = random.choice(["add"] * 6 + ["discard", "discard", "dict", "swap", "swap", "pop", "pop", "copy", "clear", "|", "&", "-", "^",
                                        "|=", "&=", "-=", "^="])
        if name in ("add", "discard", "dict"):
            elements = [element(random.choice(kinds)) for _ in range(random.randrange(1, top))]
            yield name, list(dict.fromkeys(elements))
        elif name == "pop":
            for _ in range(random.randrange(1, 5)):
                yield name, None
        else:
            yield name, None


def slots(s):
    size = (sys.getsizeof(s) - sys.getsizeof(set())) // 16
    return size or 8


def run(steps):
    a, b = set(), set()
    for name, elements in steps:
        match name:
            case "add":
                a.update(elements)
            case "discard":
                for e in elements:
                    a.discard(e)
            case "dict":
                a.update(dict.fromkeys(elements))
            case "pop":
                if a:
                    a.pop()
            case "clear":
                a.clear()
            case "copy":
                a = a.copy()
            case "swap":
                a, b = b, a
            case "|":
                a = a | b
            case "&":
                a = a & b
            case "-":
                a = a - b
            case "^":
                a = a ^ b
            case "|=":
                a |= b
            case "&=":
                a &= b
            case "-=":
                a -= b
            case "^=":
                a ^= b
    return a, b


for _ in range(count(300)):
    steps = list(script())
    a, b = run(steps)
    text = " ".join(n if e is None else n + ":" + ",".join(map(str, e)) for n, e in steps)
    line("run", [text], f"={slots(a)} {slots(b)} {','.join(map(str, a))} {','.join(map(str, b))}")
