# A comma forgotten in a call over two lines.
print("a"
      "b", sep="" end="")

# stdout:
# stderr:
#|   File "syntax_comma.py", line 3
#|     "b", sep="" end="")
#|              ^^^^^^
#| SyntaxError: invalid syntax. Perhaps you forgot a comma?
# exit: 1
