# A SyntaxError is found before anything runs: a bracket that is never closed.
print("never printed")

def work(items):
    total = sum(items
    return total

# stdout:
# stderr:
#|   File "syntax_paren.py", line 5
#|     total = sum(items
#|                ^
#| SyntaxError: '(' was never closed
# exit: 1
