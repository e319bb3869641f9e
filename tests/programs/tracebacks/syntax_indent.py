# An IndentationError: a body is missing.
def work():
print("never printed")

# stdout:
# stderr:
#|   File "syntax_indent.py", line 3
#|     print("never printed")
#|     ^^^^^
#| IndentationError: expected an indented block after function definition on line 2
# exit: 1
