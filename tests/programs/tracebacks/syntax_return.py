# return outside a function.
x = 1
return x

# stdout:
# stderr:
#|   File "syntax_return.py", line 3
#|     return x
#|     ^^^^^^^^
#| SyntaxError: 'return' outside function
# exit: 1
