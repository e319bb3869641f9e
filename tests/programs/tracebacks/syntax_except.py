# Two exceptions without parentheses, as Python 2 had them.
try:
    x = 1
except ValueError, TypeError:
    pass

# stdout:
# stderr:
#|   File "syntax_except.py", line 4
#|     except ValueError, TypeError:
#|            ^^^^^^^^^^^^^^^^^^^^^
#| SyntaxError: multiple exception types must be parenthesized
# exit: 1
