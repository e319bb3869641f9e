# Nobody sits at the keyboard: sys.stdin is refused as input() is.
# only: lockstep
import sys

print("before")
for line in sys.stdin:
    print(line)
# stderr-has: stdin_refused.py:6: not supported: sys.stdin is not supported
# exit: 5
