# Tuples, bytes and bytearray: methods and what can't be done.
t = (1, 2, 1)
print(t.count(1), t.index(2), t + (3,), t * 2, (1,) < (1, 0), hash((1, 2)) == hash((1, 2)))
b = b"hello world"
print(b.upper(), b.split(), b.find(b"o"), b[0], b[:2], b.replace(b"l", b"L"), b.startswith(b"he"))
print(b.hex(), bytes.fromhex("6869"), list(b"ab"), b"a" + b"b", b"-".join([b"x", b"y"]), 104 in b)
ba = bytearray(b"abc")
ba[0] = 122
ba.append(33)
ba.extend(b"?")
print(ba, bytes(ba), len(ba))
for bad in (lambda: t.__setitem__(0, 1), lambda: b"a" + "b", lambda: t.index(9), lambda: "a" in b, lambda: b"\xff".decode()):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)

# stdout:
#| 2 1 (1, 2, 1, 3) (1, 2, 1, 1, 2, 1) True True
#| b'HELLO WORLD' [b'hello', b'world'] 4 104 b'he' b'heLLo worLd' True
#| 68656c6c6f20776f726c64 b'hi' [97, 98] b'ab' b'x-y' True
#| bytearray(b'zbc!?') b'zbc!?' 5
#| AttributeError 'tuple' object has no attribute '__setitem__'
#| TypeError can't concat str to bytes
#| ValueError tuple.index(x): x not in tuple
#| TypeError a bytes-like object is required, not 'str'
#| UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
