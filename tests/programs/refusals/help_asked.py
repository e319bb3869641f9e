# only: lockstep
# exit: 5
# stderr-has: help_asked.py:5: not supported: help() is not supported: it is in Python's documentation, or in __doc__
print("never printed")
help(len)

# stdout:
