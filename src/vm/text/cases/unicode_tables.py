"""Writes unicode_tables.rs (standard output) from the interpreter's own tables: run with CPython 3.13."""
import unicodedata

ALL = [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]


def ranges(test):
    out = []
    for c in ALL:
        if test(c):
            if out and out[-1][1] == c - 1:
                out[-1][1] = c
            else:
                out.append([c, c])
    return out


def packed(rows):
    """Gap since the last range and length of this one, as base-128 numbers: a third of the size of plain pairs."""
    data = []

    def number(n):
        while n >= 128:
            data.append(n % 128 | 128)
            n //= 128
        data.append(n)

    last = 0
    for a, b in rows:
        number(a - last)
        number(b - a)
        last = b
    return data


def table(name, doc, test):
    rows = packed(ranges(test))
    print(f"/// {doc}")
    print(f"pub static {name}: &[u8] = &[")
    wrap([str(n) for n in rows])
    print("];\n")


def wrap(items):
    line = ""
    for item in items:
        if len(line) + len(item) + 2 > 114:
            print("    " + line.rstrip())
            line = ""
        line += item + ", "
    if line:
        print("    " + line.rstrip())


def mapping(name, doc, pairs):
    print(f"/// {doc}")
    print(f"pub static {name}: &[(u32, &str)] = &[")
    wrap([f"({c}, \"{''.join(f'\\u{{{ord(x):x}}}' for x in text)}\")" for c, text in pairs])
    print("];\n")


def category(*names):
    return lambda c: unicodedata.category(chr(c)) in names


def decimal_starts():
    return [c for c in ALL if unicodedata.decimal(chr(c), None) == 0]


print("//! Unicode facts as CPython 3.13 has them (Unicode " + unicodedata.unidata_version + "); data alone.")
print("//!")
print("//! Written by `cases/unicode_tables.py`. Ranges are packed: gap, length, gap, length, … in base 128.\n")
table("UNPRINTABLE", "Not `str.isprintable`.", lambda c: not chr(c).isprintable())
table("ALPHA", "`str.isalpha`.", lambda c: chr(c).isalpha())
table("DIGIT_EXTRA", "`str.isdigit` but no decimal.", lambda c: chr(c).isdigit() and not chr(c).isdecimal())
table("NUMERIC", "`str.isnumeric`.", lambda c: chr(c).isnumeric())
table("START_XOR_ALPHA", "Starts an identifier, or is a letter, but not both.",
      lambda c: chr(c).isidentifier() != chr(c).isalpha())
table("CONTINUE_XOR_START", "Continues an identifier without being able to start one.",
      lambda c: ("a" + chr(c)).isidentifier() and not chr(c).isidentifier())
table("LOWER", "`str.islower`.", lambda c: chr(c).islower())
table("UPPER", "`str.isupper`.", lambda c: chr(c).isupper())
table("TITLE", "Category Lt.", category("Lt"))
table("CASE_IGNORABLE", "Does not part a capital sigma from the word that it ends.",
      lambda c: not (chr(c) + "\u03a3").lower().endswith("\u03c2") and ("A" + chr(c) + "\u03a3").lower().endswith("\u03c2"))
print("/// The zero of each run of ten decimal digits.\npub static DECIMAL_ZEROS: &[u32] = &[")
wrap([str(c) for c in decimal_starts()])
print("];\n")
mapping("TITLE_CASE", "Title case where it is not upper case.",
        [(c, chr(c).title()) for c in ALL if chr(c).title() != chr(c).upper()])
folds = [(c, chr(c).casefold()) for c in ALL if chr(c).casefold() != chr(c).lower()]
mapping("CASEFOLD", "`str.casefold` where it is not lower case.", folds)
