# A bracket too many.
print((1 + 2))
values = [1, 2, 3)]

# stdout:
# stderr:
#|   File "syntax_unmatched.py", line 3
#|     values = [1, 2, 3)]
#|                      ^
#| SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
# exit: 1
