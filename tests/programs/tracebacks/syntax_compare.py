# An assignment where a comparison was meant.
x = 1
if x = 1:
    print("one")

# stdout:
# stderr:
#|   File "syntax_compare.py", line 3
#|     if x = 1:
#|        ^^^^^
#| SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# exit: 1
