# A string that is never closed.
name = "Ann
print(name)

# stdout:
# stderr:
#|   File "syntax_quote.py", line 2
#|     name = "Ann
#|            ^
#| SyntaxError: unterminated string literal (detected at line 2)
# exit: 1
