# An exception in an atexit function is reported; the others still run, the exit code stays 0.
# stderr-has: Exception ignored in atexit callback
# stderr-has: ZeroDivisionError: division by zero
import atexit

def fails():
    1 / 0

atexit.register(print, "the first one still runs")
atexit.register(fails)
print("main ends")

# stdout:
#| main ends
#| the first one still runs
