# Assigning to a call, and other things that can't be assigned to.
f() = 1

# stdout:
# stderr:
#|   File "syntax_assign.py", line 2
#|     f() = 1
#|     ^^^
#| SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
# exit: 1
