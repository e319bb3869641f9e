# Integers of any size: arithmetic, shifts, bit methods, exact printing.
big = 2 ** 100
print(big, -big, big + 1, big * big)  # expect: 1267650600228229401496703205376 -1267650600228229401496703205376 1267650600228229401496703205377 1606938044258990275541962092341162602522202993782792835301376
print(big // 7, big % 7, -big // 7, -big % 7, divmod(big, 10 ** 10))  # expect: 181092942889747057356671886482 2 -181092942889747057356671886483 5 (126765060022822940149, 6703205376)
print(1 << 70, big >> 90, -big >> 90, big & 0xFF, big | 1, (big ^ big) == 0, ~big)  # expect: 1180591620717411303424 1024 -1024 0 1267650600228229401496703205377 True -1267650600228229401496703205377
print((255).bit_length(), big.bit_length(), (7).bit_count(), (1).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"))  # expect: 8 101 3 b'\x00\x01' 256
print(10 ** 30, int("123456789" * 4), 3 ** 50 // 3 ** 48, big == 2.0 ** 100, big > 1e30)  # expect: 1000000000000000000000000000000 123456789123456789123456789123456789 9 True True
print(hex(big), int(hex(big), 16) == big, f"{big:,}", f"{big:e}")  # expect: 0x10000000000000000000000000 True 1,267,650,600,228,229,401,496,703,205,376 1.267651e+30

def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

print(factorial(30), len(str(factorial(200))))  # expect: 265252859812191058636308480000000 375
print(pow(7, 10 ** 18, 10 ** 9 + 7), big / 3, int(1e20), (-5) ** 3, 5 ** -1)  # expect: 259616729 4.2255020007607644e+29 100000000000000000000 -125 0.2
try:
    10 ** 400 * 1.0
except OverflowError as error:
    print(error)  # expect: int too large to convert to float
try:
    int("1" * 5000)
except ValueError as error:
    print(str(error)[:50])  # expect: Exceeds the limit (4300 digits) for integer string
