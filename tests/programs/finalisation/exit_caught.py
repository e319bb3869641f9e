# SystemExit can be caught like any exception; its code is kept.
import sys

for value in (None, 0, 5, "text", [1]):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code), repr(error))
try:
    exit()
except SystemExit as error:
    print("exit() too", error.code)
raise SystemExit

# stdout:
#| None SystemExit()
#| 0 SystemExit(0)
#| 5 SystemExit(5)
#| 'text' SystemExit('text')
#| [1] SystemExit([1])
#| exit() too None
