"""Writes case.tsv."""
import random

from record import count, record

random.seed(12)
PARTS = list("aBcZ09 _-'.") + ["é", "É", "ß", "Ж", "ж", "漢", "ǆ", "ǅ", "Ǆ", "ﬁ", "İ", "ı", "Σ", "σ", "ΑΣ", "Σ.", "\u0301", "ʰ", "²", "½", "٣", "Ⅷ", "ა", "Ა", "ᾳ", "ŉ", "\t",
                               "\u2003", "\u200b", "😀", "ͅ", "Ꭰ", "ꭰ", "\xad", "\u02bc"]
METHODS = ("upper lower casefold capitalize title swapcase isalpha isalnum isdecimal isdigit isnumeric isspace isascii isprintable "
           "isidentifier isupper islower istitle").split()


def text():
    kind = random.randrange(4)
    if kind == 0:
        return chr(random.choice([random.randrange(0xD800), random.randrange(0xE000, 0x110000)]))
    if kind == 1:
        parts = random.sample(PARTS, 2)
        return "".join(random.choice(parts) for _ in range(random.randrange(5)))
    return "".join(random.choice(PARTS) for _ in range(random.randrange(9)))


for t in ["", "hello world", "Hello World", "HELLO", "it's", "ΟΔΥΣΣΕΥΣ", "Straße", "they're bill's", "x1", "1x", "_", "ПРИВЕТ мир"]:
    for name in METHODS:
        record(name, getattr(str, name), t)
for _ in range(count(40)):
    t = text()
    for name in METHODS:
        record(name, getattr(str, name), t)
