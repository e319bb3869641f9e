# A factorial with more digits than the machine allows.
# only: lockstep
import math

print(len(str(math.factorial(1000))))  # expect: 2568
print(math.comb(100000, 50000) % 1000007 > 0)  # expect: True
print(math.factorial(10 ** 7))
# stderr-has: limit reached (memory): the result is longer than the machine allows
# exit: 4
