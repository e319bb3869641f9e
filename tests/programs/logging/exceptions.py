# logging.exception and exc_info write the traceback after the message.
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")

def divide(a, b):
    return a / b

try:
    divide(1, 0)
except ZeroDivisionError:
    logging.exception("could not divide %s", 1)
try:
    divide("a", 1)
except TypeError as error:
    logging.error("short: %s", error)
    logging.warning("with the traceback", exc_info=True)

# stdout:
#| ERROR could not divide 1
#| Traceback (most recent call last):
#|   File "exceptions.py", line 11, in <module>
#|     divide(1, 0)
#|     ~~~~~~^^^^^^
#|   File "exceptions.py", line 8, in divide
#|     return a / b
#|            ~~^~~
#| ZeroDivisionError: division by zero
#| ERROR short: unsupported operand type(s) for /: 'str' and 'int'
#| WARNING with the traceback
#| Traceback (most recent call last):
#|   File "exceptions.py", line 15, in <module>
#|     divide("a", 1)
#|     ~~~~~~^^^^^^^^
#|   File "exceptions.py", line 8, in divide
#|     return a / b
#|            ~~^~~
#| TypeError: unsupported operand type(s) for /: 'str' and 'int'
