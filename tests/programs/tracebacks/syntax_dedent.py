# An IndentationError: going back to a level that was never there.
if True:
        x = 1
    y = 2

# stdout:
# stderr:
#|   File "syntax_dedent.py", line 4
#|     y = 2
#|          ^
#| IndentationError: unindent does not match any outer indentation level
# exit: 1
