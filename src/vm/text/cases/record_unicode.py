"""Writes unicode.tsv: one fingerprint over all characters per question."""
from record import line

ALL = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]


def fingerprint(test):
    n = total = 0
    for c in ALL:
        if test(c):
            n += 1
            total = (total * 31 + ord(c)) % 1_000_003
    return f"=({n}, {total})"


def case_fingerprint(change):
    total = 0
    for c in ALL:
        for d in change(c):
            total = (total * 31 + ord(d)) % 1_000_003
    return f"={total}"


for name in "printable alpha decimal digit numeric alnum space identifier lower upper title".split():
    line("is" + name, [], fingerprint(getattr(str, "is" + name)))
line("continues", [], fingerprint(lambda c: ("a" + c).isidentifier()))
for name in "upper lower title casefold".split():
    line(name, [], case_fingerprint(getattr(str, name)))
