"""Writes brace.tsv, from the parser that `string.Formatter` uses and from `str.format` itself."""
import _string
import random

from record import count, record

random.seed(4)


def pieces(template):
    out = ""
    for literal, name, spec, conversion in _string.formatter_parser(template):
        if literal:
            out += f"L{literal!r} "
        if name is not None:
            out += f"F{name!r} {spec!r} {conversion!r} "
    return out


def accessors(name):
    first, rest = _string.formatter_field_name_split(name)
    out = repr(first)
    for is_attribute, key in rest:
        out += f" {'.' if is_attribute else '['}{key!r}"
    return out


def formatted(template):
    return template.format("a", "b", "c", k="k")


def some(parts, n):
    return "".join(random.choice(parts) for _ in range(random.randrange(n)))


for t in ["", "a", "{}", "{", "}", "{{", "}}", "{{}}", "a{b", "a}b", "{0!r:>5}", "{a!}", "{a!", "{a!r", "{a!rx}", "{a:", "{a:{b}}", "{a:{b}", "{a[}]}",
          "{a[b}", "{a{b}", "{!r}", "{:}", "{:{}}", "}{", "{}}", "{{{}}}", "{a!r:", "é{ж}ю", "{0}{}", "{}{0}", "{:{}}{}", "{:{:{}}}", "{3}", "{99}",
          "{x}", "{k}{}", "{!z}", "{!\n}", "{!é}", "{:>{}}", "{99999999999999999999}", "{ 0}", "{-1}", "{٣}"]:
    record("pieces", pieces, t)
    record("format", formatted, t)
for t in ["", "a", "0", "a.b", "a[b]", "a[0]", "a.b[0].c", "a.", "a[", "a[]", "a[b]c", "a..b", "a[b][c]", ".a", "[a]", "a[99999999999999999999]", "a[-1]", "a[0x]",
          "a.0", "a[b.c]", "0.x", "a.[b]", "99999999999999999999", "a]"]:
    record("accessors", accessors, t)
for _ in range(count(130)):
    record("pieces", pieces, some(["{", "}", "{}", "{{", "}}", "a", "!", "r", ":", "[", "]", ".", "0"], 9))
    record("accessors", accessors, some(["a", "b", ".", "[", "]", "0", "1", "[x]", ".y"], 6))
    record("format", formatted, some(["{}", "{0}", "{1}", "{k}", "{!r}", "{:5}", "{:>{}}", "{:{k}<6}", "-", "{{", "{2:^{}}"], 5))
