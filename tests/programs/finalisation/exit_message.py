# sys.exit with a text prints it on stderr, code 1.
import sys
print("before")
sys.exit("fatal: no configuration")

# stdout:
#| before
# stderr:
#| fatal: no configuration
# exit: 1
