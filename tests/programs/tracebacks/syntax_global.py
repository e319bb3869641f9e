# A name used before its global declaration.
def f():
    print(x)
    global x

# stdout:
# stderr:
#|   File "syntax_global.py", line 4
#|     global x
#|     ^^^^^^^^
#| SyntaxError: name 'x' is used prior to global declaration
# exit: 1
