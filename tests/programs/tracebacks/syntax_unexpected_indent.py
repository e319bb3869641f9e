# An IndentationError: indented without a reason.
x = 1
    y = 2

# stdout:
# stderr:
#|   File "syntax_unexpected_indent.py", line 3
#|     y = 2
#| IndentationError: unexpected indent
# exit: 1
