# A parameter without a default after one with a default.
def f(a=1, b):
    return a

# stdout:
# stderr:
#|   File "syntax_parameters.py", line 2
#|     def f(a=1, b):
#|                ^
#| SyntaxError: parameter without a default follows parameter with a default
# exit: 1
