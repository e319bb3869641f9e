# f-strings: expressions, nested, =, conversions, specs, quotes inside (3.12).
name, n, pi = "Ann", 42, 3.14159265
print(f"{name} is {n} and {n + 1}, {name!r}, {name.upper()}, {'é'!a}, {n!s}")
print(f"{pi:.2f} {pi:8.3f}| {pi:<8.1f}| {pi:^9.2f}| {pi:+.1e} {pi:g} {pi:%}")
print(f"{n:5d}| {n:<5}| {n:^5}| {n:05} {n:+d} {n:x} {n:#x} {n:b} {n:#o} {n:08b} {n:c}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0.25:.0%} {1e10:g} {123456789:g}")
print(f"{name:>6}|{name:*^9}|{name:.2}|{name:6}|{True:5}|{None}|{[1, 'a']}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}f}|{name:{'>'}{width}}|{n:{'0'}{6}d}")
print(f"{n=} {n + 1 = } {name=!s} {pi=:.2f} {{literal}} {'in' + 'side'}")
print(f"{"same quotes"} {', '.join(f"{i}" for i in range(3))} {(lambda x: x * 2)(4)} {n if n > 5 else 0}")
print(f"multi"
      f" part {n}" " plain", f"""{
    n
}""", f"{{}}", f"{'a' 'b'}", rf"\d{n}")
for bad in (lambda: f"{n:z!}", lambda: f"{name:d}", lambda: f"{pi:d}", lambda: f"{[]:5}", lambda: f"{None:>5}"):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(error)

# stdout:
#| Ann is 42 and 43, 'Ann', ANN, '\xe9', 42
#| 3.14    3.142| 3.1     |   3.14   | +3.1e+00 3.14159 314.159265%
#|    42| 42   |  42  | 00042 +42 2a 0x2a 101010 0o52 00101010 *
#| 1,234,567 1,234,567.89 1_234_567 25% 1e+10 1.23457e+08
#|    Ann|***Ann***|An|Ann   |    1|None|[1, 'a']
#|      3.142|       Ann|000042
#| n=42 n + 1 = 43 name=Ann pi=3.14 {literal} inside
#| same quotes 0, 1, 2 8 42
#| multi part 42 plain 42 {} ab \d42
#| Unknown format code '!' for object of type 'int'
#| Unknown format code 'd' for object of type 'str'
#| Unknown format code 'd' for object of type 'float'
#| unsupported format string passed to list.__format__
#| unsupported format string passed to NoneType.__format__
