# f-strings, format(), % and their errors in one place.
x = 3.14159; n = 1234567; s = "hi"
print(f"{x:.2f} {x:10.3f}| {x:<10.1f}| {x:^+12.2e}| {n:,} {n:_} {n:x} {n:#X} {n:b} {n:o} {n:010d} {n:e}")
print(f"{s:>5}|{s:<5}|{s:^5}|{s:*^8}|{s!r:>6}|{s=}|{x=:.1f}|{n = }|{s!s}|{'é'!a}")
print("{0} {1} {0} {name} {d[k]} {l[1]} {o.real}".format(1, 2, name="n", d={"k": "v"}, l=[5, 6], o=7))
print("%d %5d %-5d| %05d %+d %x %o %e %.3f %g %s %r %c %%" % (1, 2, 3, 4, 5, 255, 8, 1234.5, 2.0, 0.0001, "s", "r", "c"))
print("%(a)s %(b)03d" % {"a": 1, "b": 2}, "%s" % (1,), "%s %s" % ("a", [1]))
w = 10; p = 3
print(f"{x:{w}.{p}f}|{s:{'>'}{w}}|{'nested ' + f'{s}'}|{ {'a': 1}['a'] }|{{}}")
print(f"{0.1 + 0.2} {1e16} {1e-5} {123456789.123456789} {1/3} {2**0.5} {1e308*10} {-0.0} {float('nan')}")
print(f"{0.5:.0%} {0.1234:.1%} {1e10:g} {123456:.3g} {0.00001234:g} {True:d} {True} {None!r:>6}")
print(format(255, "08b"), format(3.0, ""), format("x", ">3"), format(1e6, ",.2f"), format(-5, "=+6"), format(12, " d"))
print(str(1.0), repr(1e22), 1e21, 123456789012345680.0, 5e-324, 1.7976931348623157e308)
print(f"{'a' if x > 3 else 'b'} {[i for i in range(3)]} {(lambda: 5)()} {x!r:.4}")
import datetime
d = datetime.datetime(2024, 3, 5, 14, 7, 9)
print(f"{d:%Y-%m-%d %H:%M:%S} {d!s} {d.date():%A %d %B}")
try: f"{s:d}"
except ValueError as e: print(e)
try: "{}".format()
except IndexError as e: print(e)
try: "%d" % "x"
except TypeError as e: print(e)
try: "%s %s" % 1
except TypeError as e: print(e)
try: "%s" % (1, 2)
except TypeError as e: print(e)
try: format([], "d")
except TypeError as e: print(e)
print("{:>{w}}".format("x", w=4), "{!r}".format("q"), "{:,}".format(10**20), "{:.2f}".format(2.675), round(2.675, 2), round(0.5), round(1.5), round(2.5), round(-1.5), round(1234, -2))
print("a\tb\\n", 'it"s', "it's", 'both \' "', repr("\n\t\x00\u1234é"))
print("abc" "def", "x" * 3, "-" * 20)
print("{:d} {:5s}|{:<5}|{:^5}|".format(3, "a", "b", "c"), "{0:>{1}}".format("q", 5))
print(*(f"{i:>3}" * 2 for i in range(3)), sep="\n")

# stdout:
#| 3.14      3.142| 3.1       |  +3.14e+00  | 1,234,567 1_234_567 12d687 0X12D687 100101101011010000111 4553207 0001234567 1.234567e+06
#|    hi|hi   | hi  |***hi***|  'hi'|s='hi'|x=3.1|n = 1234567|hi|'\xe9'
#| 1 2 1 n v 6 7
#| 1     2 3    | 00004 +5 ff 10 1.234500e+03 2.000 0.0001 s 'r' c %
#| 1 002 1 a [1]
#|      3.142|        hi|nested hi|1|{}
#| 0.30000000000000004 1e+16 1e-05 123456789.12345679 0.3333333333333333 1.4142135623730951 inf -0.0 nan
#| 50% 12.3% 1e+10 1.23e+05 1.234e-05 1 True   None
#| 11111111 3.0   x 1,000,000.00 -    5  12
#| 1.0 1e+22 1e+21 1.2345678901234568e+17 5e-324 1.7976931348623157e+308
#| a [0, 1, 2] 5 3.14
#| 2024-03-05 14:07:09 2024-03-05 14:07:09 Tuesday 05 March
#| Unknown format code 'd' for object of type 'str'
#| Replacement index 0 out of range for positional args tuple
#| %d format: a real number is required, not str
#| not enough arguments for format string
#| not all arguments converted during string formatting
#| unsupported format string passed to list.__format__
#|    x 'q' 100,000,000,000,000,000,000 2.67 2.67 0 2 2 -2 1200
#| a	b\n it"s it's both ' " '\n\t\x00ሴé'
#| abcdef xxx --------------------
#| 3 a    |b    |  c  |     q
#|   0  0
#|   1  1
#|   2  2
