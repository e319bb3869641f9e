# abs, divmod, pow, round, hash of numbers.
print(abs(-3), abs(-2.5), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2))
print(pow(2, 10), pow(3, 4, 5), pow(2, -1), pow(3, -1, 7))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.0), round(0.5))
print(hash(1) == hash(1.0) == hash(True), hash(-1), hash(2 ** 61 - 1), hash(0.5))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2)
for bad in (lambda: 1 // 0, lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.5 // 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: pow(2, -1, 4), lambda: round("x"), lambda: abs("x")):
    try:
        bad()
    except (ZeroDivisionError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| 3 2.5 (2, 1) (-3, 2) (3.0, 1.5)
#| 1024 1 0.5 5
#| 2 4 -2 2.67 1200 1 0
#| True -2 0 1152921504606846976
#| 3 -4 -2 2 3.0 0.5
#| ZeroDivisionError integer division or modulo by zero
#| ZeroDivisionError division by zero
#| ZeroDivisionError integer modulo by zero
#| ZeroDivisionError float division by zero
#| ZeroDivisionError float floor division by zero
#| ZeroDivisionError integer division or modulo by zero
#| ZeroDivisionError 0.0 cannot be raised to a negative power
#| ValueError base is not invertible for the given modulus
#| TypeError type str doesn't define __round__ method
#| TypeError bad operand type for abs(): 'str'
