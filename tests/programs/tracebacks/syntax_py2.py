# A print statement of Python 2.
print "hello"

# stdout:
# stderr:
#|   File "syntax_py2.py", line 2
#|     print "hello"
#|     ^^^^^^^^^^^^^
#| SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# exit: 1
