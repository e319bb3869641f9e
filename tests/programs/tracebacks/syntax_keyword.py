# A keyword as a name, and a default before a plain parameter.
def class(self):
    pass

# stdout:
# stderr:
#|   File "syntax_keyword.py", line 2
#|     def class(self):
#|         ^^^^^
#| SyntaxError: invalid syntax
# exit: 1
