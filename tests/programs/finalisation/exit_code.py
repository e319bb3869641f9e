# sys.exit with a number is the exit code; finally blocks run on the way.
import sys

def leave():
    try:
        sys.exit(3)
    finally:
        print("finally runs")

try:
    leave()
except Exception:
    print("SystemExit is no Exception")
print("never")

# stdout:
#| finally runs
# exit: 3
