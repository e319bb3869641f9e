# Output without end is cut at the limit.
# only: lockstep
import sys

while True:
    sys.stderr.write("x" * 100000 + "\n")
# stdout:
# stderr-has: limit reached (output): the program wrote more than 16777216 bytes
# exit: 4
