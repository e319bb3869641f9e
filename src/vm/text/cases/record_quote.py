"""Writes quote.tsv."""
import random

from record import count, line

random.seed(5)
PARTS = ["a", "Z", " ", "'", '"', "\\", "\n", "\r", "\t", "\0", "\x7f", "\x80", "\xa0", "\xad", "é", "Ж", "漢", "\u200b",
         "\u2028", "😀", "\U000e0001", "\u0378", "\ue000", "\ufeff", "\u0301", "\U0010ffff", "\u3000", "ͷ"]


def texts(n):
    yield ""
    yield from PARTS
    for _ in range(n):
        yield "".join(random.choice(PARTS) for _ in range(random.randrange(8)))
        code = random.randrange(0x110000)
        if not 0xD800 <= code < 0xE000:
            yield chr(code)


for t in texts(count(70)):
    line("repr", [t], "=" + repr(t))
    line("ascii", [t], "=" + ascii(t))
    line("ascii_of_repr", [t], "=" + ascii(t))
    b = bytes(ord(c) % 256 for c in t)
    line("bytes", [b.decode("latin-1")], "=" + repr(b))
