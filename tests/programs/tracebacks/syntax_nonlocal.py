# nonlocal without such a name outside.
def f():
    nonlocal x
    x = 1

# stdout:
# stderr:
#|   File "syntax_nonlocal.py", line 3
#|     nonlocal x
#|     ^^^^^^^^^^
#| SyntaxError: no binding for nonlocal 'x' found
# exit: 1
