# break outside a loop.
if True:
    break

# stdout:
# stderr:
#|   File "syntax_break.py", line 3
#|     break
#|     ^^^^^
#| SyntaxError: 'break' outside loop
# exit: 1
