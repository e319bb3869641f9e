# A character that no program has.
total = 5 € 3

# stdout:
# stderr:
#|   File "syntax_character.py", line 2
#|     total = 5 € 3
#|               ^
#| SyntaxError: invalid character '€' (U+20AC)
# exit: 1
