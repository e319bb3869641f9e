# Integers without bounds, division and modulo of negative numbers, rounding, float printing, errors.
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 7 / 2, divmod(-7, 2), 10 ** 20, 0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e3, 5 // 0.3, -5.5 // 2, -5.5 % 2)
print(2 ** 100, 2 ** 100 % 97, pow(2, 100, 97), pow(3, -1, 7), (2 ** 64).bit_length(), -(2 ** 63), 10 ** 30 // 7, -10 ** 30 // 7, 10 ** 30 % -7, (10 ** 30) >> 3, 1 << 70, ~5, 5 & 3, 5 | 3, 5 ^ 3, -5 >> 1, -1 & 0xFF)
import math
print(math.factorial(25), math.gcd(12, 18), math.lcm(4, 6), math.isqrt(99), math.comb(5, 2), math.perm(5, 2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.sqrt(2), math.pi, math.hypot(3, 4), math.log(8, 2), math.log10(1000), math.log2(8), math.exp(0), math.isclose(0.1 + 0.2, 0.3), math.inf > 1e308, math.nan == math.nan, math.prod([1, 2, 3]), math.fsum([0.1] * 10), sum([0.1] * 10))
print(int("1_000"), 1_000_000, 0xFF, 0b101, 0o17, float("inf"), float("-inf"), -float("nan"), int(True), True + True, isinstance(True, int), round(3.14159, 2), round(1e20), abs(-3), abs(-2.5))
for bad in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: int("a"), lambda: int("1.5"), lambda: float("x"), lambda: math.sqrt(-1), lambda: math.log(0), lambda: 10.0 ** 400, lambda: int(float("inf")), lambda: int(float("nan")), lambda: math.factorial(-1), lambda: 1 << -1, lambda: "1" + 1, lambda: int(None), lambda: round("a"), lambda: abs("a"), lambda: math.factorial(1.5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print((0.1).as_integer_ratio(), (0.5).hex(), float.fromhex("0x1p-1"), (2.0).is_integer(), 1.5.__class__, (5).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (255).to_bytes(1), bin(-5), hex(-255), (-5).__abs__(), (10).__add__(5))
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0, hash(1) == hash(1.0) == hash(True), 3 > 2 == True, not 1 == 2, 0 or 5, 0 and 5, 1 and 2 or 3, None or [], 5 if 0 else 6)
print(1e16 + 1, 1e15 + 0.3, 123456.789e3, 1.1 * 3, 0.1 * 3, 1 - 0.9, 1e-7, 100000000000000000000.0, 1e100, 12345678901234567890, 3.0 == 3, 0.1 + 0.7, 4.35 * 100, 2.5e-8)
x = 5; x += 2; x *= 3; x //= 4; x **= 2; x -= 1; x %= 7; x <<= 2; x |= 1; x ^= 3; print(x)
print(max(1, 2.5, 2), min([3, 1]), sum([1.5, 2]), sum(range(101)), divmod(17, 5), divmod(-17.5, 5), round(-2.5), round(2.567, 1), int(1e15), float(10**15), 10**15 / 3)
a = 256; b = 256; print(a is b); print(complex(1, 2) if False else "no complex")
print(str(2**200), len(str(3**1000)), int(str(2**200)) == 2**200, 2**200 == float(2**200), 2**0.5 ** 2, -2 ** 2, (-2) ** 2, (-8) ** 3, 4 ** 0.5)
print(f"{2**70:,}", f"{2**70:x}", hash(2**61 - 1), hash(2**61), hash(-1), hash(0.5), hash(10**30), hash("a") == hash("a"))

# stdout:
#| 3 -4 1 2 -2 1024 0.5 3.5 (-4, 1) 100000000000000000000 0.30000000000000004 False 1000.0 16.0 -3.0 0.5
#| 1267650600228229401496703205376 16 16 5 65 -9223372036854775808 142857142857142857142857142857 -142857142857142857142857142858 -6 125000000000000000000000000000 1180591620717411303424 -6 1 7 6 -3 255
#| 15511210043330985984000000 6 12 9 10 20 -2 2 -1 1.4142135623730951 3.141592653589793 5.0 3.0 3.0 3.0 1.0 True True False 6 1.0 1.0
#| 1000 1000000 255 5 15 inf -inf nan 1 2 True 3.14 100000000000000000000 3 2.5
#| ZeroDivisionError division by zero
#| ZeroDivisionError integer division or modulo by zero
#| ZeroDivisionError integer modulo by zero
#| ZeroDivisionError float division by zero
#| ZeroDivisionError 0.0 cannot be raised to a negative power
#| ValueError invalid literal for int() with base 10: 'a'
#| ValueError invalid literal for int() with base 10: '1.5'
#| ValueError could not convert string to float: 'x'
#| ValueError math domain error
#| ValueError math domain error
#| OverflowError (34, 'Numerical result out of range')
#| OverflowError cannot convert float infinity to integer
#| ValueError cannot convert float NaN to integer
#| ValueError factorial() not defined for negative values
#| ValueError negative shift count
#| TypeError can only concatenate str (not "int") to str
#| TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
#| TypeError type str doesn't define __round__ method
#| TypeError bad operand type for abs(): 'str'
#| TypeError 'float' object cannot be interpreted as an integer
#| (3602879701896397, 36028797018963968) 0x1.0000000000000p-1 0.5 True <class 'float'> b'\x00\x05' 256 b'\xff' -0b101 -0xff 5 15
#| True True True True False True 5 0 2 [] 6
#| 1e+16 1000000000000000.2 123456789.0 3.3000000000000003 0.30000000000000004 0.09999999999999998 1e-07 1e+20 1e+100 12345678901234567890 True 0.7999999999999999 434.99999999999994 2.5e-08
#| 14
#| 2.5 1 3.5 5050 (3, 2) (-4.0, 2.5) -2 2.6 1000000000000000 1000000000000000.0 333333333333333.3
#| True
#| no complex
#| 1606938044258990275541962092341162602522202993782792835301376 478 True True 1.189207115002721 -4 4 -512 2.0
#| 1,180,591,620,717,411,303,424 400000000000000000 0 1 -2 1152921504606846976 465258685558744706 True
