# Sleeps that no clock can hold.
import time

for seconds in (10 ** 12, float("inf"), 10 ** 30):
    try:
        time.sleep(seconds)
    except OverflowError as error:
        print(type(error).__name__)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)

# stdout:
#| OverflowError
#| OverflowError
#| OverflowError
#| sleep length must be non-negative
