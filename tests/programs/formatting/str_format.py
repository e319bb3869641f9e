# str.format: positions, names, attributes, items, nested specs, __format__.
class Money:
    def __init__(self, amount):
        self.amount = amount
    def __format__(self, spec):
        return f"${self.amount:{spec or '.2f'}}"

class Point:
    x, y = 1, 2

print("{} {} {}".format(1, "b", [3]), "{0} {1} {0}".format("a", "b"), "{n} {0}".format(5, n=6))
print("{0.x},{p.y} {d[key]} {l[0]}".format(Point, p=Point, d={"key": "v"}, l=[9]))
print("{:>5}|{:<5}|{:^5}|{:05d}|{:.3f}|{:,}".format("a", "b", "c", 42, 2.5, 10 ** 6))
print("{:{}}|{:{w}.{p}f}".format("x", 4, 3.14159, w=8, p=2), "{!r} {!s:>4}".format("q", "s"))
print("{} {:.0f} {:>8.1f}".format(Money(3), Money(2.6), Money(1)), format(255, "x"), format(2.5), "{{}}".format())
print("{a}".format_map({"a": "mapped"}), "{:%}".format(0.5), "{:e}".format(1234.5), "{:s}".format("text"))
for template, args in [("{} {}", (1,)), ("{x}", ()), ("{0} {}", (1, 2)), ("{", ()), ("}", ()), ("{:d}", ("a",)), ("{.zz}", (1,)), ("{:Q}", (1,))]:
    try:
        print(template.format(*args))
    except (IndexError, KeyError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)

# stdout:
#| 1 b [3] a b a 6 5
#| 1,2 v 9
#|     a|b    |  c  |00042|2.500|1,000,000
#| x   |    3.14 'q'    s
#| $3.00 $3 $     1.0 ff 2.5 {}
#| mapped 50.000000% 1.234500e+03 text
#| IndexError Replacement index 1 out of range for positional args tuple
#| KeyError 'x'
#| ValueError cannot switch from manual field specification to automatic field numbering
#| ValueError Single '{' encountered in format string
#| ValueError Single '}' encountered in format string
#| ValueError Unknown format code 'd' for object of type 'str'
#| AttributeError 'int' object has no attribute 'zz'
#| ValueError Unknown format code 'Q' for object of type 'int'
