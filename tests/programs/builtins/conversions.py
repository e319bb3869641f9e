# int, float, str, bool, bytes, chr, ord, hex and their errors.
print(int("42"), int("-0x1f", 16), int("0b101", 0), int(3.99), int(-3.99), int(" 7\n"), int("1_000"))
print(float("1e3"), float("-inf"), float("nan"), float(" 2.5 "), str(1.0), str(10 ** 16 * 1.0), str(1e-5))
print(bool("False"), chr(1055), ord("я"), hex(255), oct(8), bin(-5))
print(bytes([65, 66]), bytes("é", "utf-8"), b"\xc3\xa9".decode(), bytearray(b"ab"), bytes(2))
print(list("ab"), tuple([1]), set("a"), dict([("k", 1)], z=2), frozenset([1]))
for bad in (lambda: int("x"), lambda: int(""), lambda: int(None), lambda: float("1,5"), lambda: chr(-1), lambda: ord("ab"), lambda: dict([1]), lambda: bytes([256]), lambda: int("9", 8), lambda: int(float("nan"))):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# stdout:
#| 42 -31 5 3 -3 7 1000
#| 1000.0 -inf nan 2.5 1.0 1e+16 1e-05
#| True П 1103 0xff 0o10 -0b101
#| b'AB' b'\xc3\xa9' é bytearray(b'ab') b'\x00\x00'
#| ['a', 'b'] (1,) {'a'} {'k': 1, 'z': 2} frozenset({1})
#| ValueError invalid literal for int() with base 10: 'x'
#| ValueError invalid literal for int() with base 10: ''
#| TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
#| ValueError could not convert string to float: '1,5'
#| ValueError chr() arg not in range(0x110000)
#| TypeError ord() expected a character, but string of length 2 found
#| TypeError cannot convert dictionary update sequence element #0 to a sequence
#| ValueError bytes must be in range(0, 256)
#| ValueError invalid literal for int() with base 8: '9'
#| ValueError cannot convert float NaN to integer
