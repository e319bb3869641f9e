# math.cbrt: the last digit is the C library's.
import math
print(math.cbrt(27), math.cbrt(2))  # expect: 3.0000000000000004 1.2599210498948734
