# sys.excepthook replaces the printing of an uncaught exception; the exit code is still 1.
import sys

def hook(kind, value, trace):
    print("hook:", kind.__name__, value)

sys.excepthook = hook
print("before")
{}["missing"]

# stdout:
#| before
#| hook: KeyError 'missing'
# exit: 1
