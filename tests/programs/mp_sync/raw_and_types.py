# RawValue, and Values of several types: what they hold and how they overflow.
import multiprocessing

for code, value in (("b", 127), ("B", 255), ("h", -5), ("H", 65535), ("l", 2 ** 40), ("L", 7), ("q", -1), ("f", 0.1), ("d", 0.1)):
    shared = multiprocessing.Value(code, value)
    print(code, shared.value)
small = multiprocessing.RawValue("b", 127)
small.value += 1
print(small.value)
unsigned = multiprocessing.RawValue("B", 0)
unsigned.value -= 1
print(unsigned.value)
try:
    multiprocessing.Value("z", 1)
except TypeError as error:
    print(error)
try:
    multiprocessing.Array("i", 2)[0] = "x"
except TypeError as error:
    print(error)

# stdout:
#| b 127
#| B 255
#| h -5
#| H 65535
#| l 1099511627776
#| L 7
#| q -1
#| f 0.10000000149011612
#| d 0.1
#| -128
#| 255
#| this type has no size
#| 'str' object cannot be interpreted as an integer
