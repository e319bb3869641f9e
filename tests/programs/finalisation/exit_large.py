# Exit codes are cut to eight bits.
import sys
sys.exit(300)

# stdout:
# exit: 44
