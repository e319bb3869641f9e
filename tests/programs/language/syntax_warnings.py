# What the compiler warns of before the program runs.
x = 1
if x is 1:
    print("identity of a literal")
print("\d", "\s"[0])
assert (x, "always true")

# stdout:
#| identity of a literal
#| \d \
# stderr:
#| syntax_warnings.py:5: SyntaxWarning: invalid escape sequence '\d'
#|   print("\d", "\s"[0])
#| syntax_warnings.py:5: SyntaxWarning: invalid escape sequence '\s'
#|   print("\d", "\s"[0])
#| syntax_warnings.py:3: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   if x is 1:
#| syntax_warnings.py:6: SyntaxWarning: assertion is always true, perhaps remove parentheses?
#|   assert (x, "always true")
