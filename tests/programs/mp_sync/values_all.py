# Values of every type code: ranges, conversions, refusals.
import ctypes
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def assign(shared, value):
    shared.value = value
    return shared.value


if __name__ == "__main__":
    for code in "bBhHiIlLqQfd":
        shared = multiprocessing.Value(code)
        print(code, shared.value, type(shared.value).__name__, end=" ")
        attempt(lambda: assign(shared, 3))
        attempt(lambda: assign(shared, 300))
        attempt(lambda: assign(shared, -1))
        attempt(lambda: assign(shared, 2.5))
        attempt(lambda: assign(shared, "x"))
        attempt(lambda: assign(shared, True))
        attempt(lambda: assign(shared, 2 ** 40))
    for code, value in (("c", b"a"), ("u", "ä"), (ctypes.c_bool, 5), (ctypes.c_double, 1), (ctypes.c_longlong, 7), (ctypes.c_uint8, 257)):
        shared = multiprocessing.Value(code, value)
        print(shared.value, shared)
        attempt(lambda: assign(shared, "xy"))
        attempt(lambda: assign(shared, b"z"))
    attempt(lambda: multiprocessing.Value("x", 1))
    attempt(lambda: multiprocessing.Value("i", 1, 2))
    attempt(lambda: multiprocessing.Value(int, 1))
    attempt(lambda: multiprocessing.Value("i", "1"))
    attempt(lambda: multiprocessing.Value())
    attempt(lambda: multiprocessing.Value("i", lock=5))
    raw = multiprocessing.RawValue("d", 1.5)
    print(raw, raw.value, bool(raw), raw == multiprocessing.RawValue("d", 1.5))
    attempt(lambda: multiprocessing.Value("i", 3).vallue)
    shared = multiprocessing.Value("i", 3)
    with shared:
        shared.value += 1
    print(shared.value, shared.acquire(), shared.release())
    own = multiprocessing.Lock()
    print(multiprocessing.Value("i", lock=own).get_lock() is own)

# stdout:
#| b 0 int 3
#| 44
#| -1
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 0
#| B 0 int 3
#| 44
#| 255
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 0
#| h 0 int 3
#| 300
#| -1
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 0
#| H 0 int 3
#| 300
#| 65535
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 0
#| i 0 int 3
#| 300
#| -1
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 0
#| I 0 int 3
#| 300
#| 4294967295
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 0
#| l 0 int 3
#| 300
#| -1
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 1099511627776
#| L 0 int 3
#| 300
#| 18446744073709551615
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 1099511627776
#| q 0 int 3
#| 300
#| -1
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 1099511627776
#| Q 0 int 3
#| 300
#| 18446744073709551615
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| 1
#| 1099511627776
#| f 0.0 float 3.0
#| 300.0
#| -1.0
#| 2.5
#| TypeError must be real number, not str
#| 1.0
#| 1099511627776.0
#| d 0.0 float 3.0
#| 300.0
#| -1.0
#| 2.5
#| TypeError must be real number, not str
#| 1.0
#| 1099511627776.0
#| b'a' <Synchronized wrapper for c_char(b'a')>
#| TypeError one character bytes, bytearray or integer expected
#| b'z'
#| ä <Synchronized wrapper for c_wchar('ä')>
#| TypeError one character unicode string expected
#| TypeError unicode string expected instead of bytes instance
#| True <Synchronized wrapper for c_bool(True)>
#| True
#| True
#| 1.0 <Synchronized wrapper for c_double(1.0)>
#| TypeError must be real number, not str
#| TypeError must be real number, not bytes
#| 7 <Synchronized wrapper for c_long(7)>
#| TypeError 'str' object cannot be interpreted as an integer
#| TypeError 'bytes' object cannot be interpreted as an integer
#| 1 <Synchronized wrapper for c_ubyte(1)>
#| TypeError 'str' object cannot be interpreted as an integer
#| TypeError 'bytes' object cannot be interpreted as an integer
#| TypeError this type has no size
#| TypeError __init__ expected at most 1 argument, got 2
#| TypeError this type has no size
#| TypeError 'str' object cannot be interpreted as an integer
#| TypeError BaseContext.Value() missing 1 required positional argument: 'typecode_or_type'
#| AttributeError 5 has no method 'acquire'
#| c_double(1.5) 1.5 True False
#| AttributeError 'Synchronized' object has no attribute 'vallue'
#| 4 True None
#| True
