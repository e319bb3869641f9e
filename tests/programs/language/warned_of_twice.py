# The condition of a `while` is compiled before and behind its body, and warned of both times.
x = 5
while x is 1:
    pass
else:
    x is 2
while x is not "a" and x:
    x is 3
    while x is 4:
        break
    break
print(x)

# stdout:
#| 5
# stderr:
#| warned_of_twice.py:3: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   while x is 1:
#| warned_of_twice.py:3: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   while x is 1:
#| warned_of_twice.py:6: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   x is 2
#| warned_of_twice.py:7: SyntaxWarning: "is not" with 'str' literal. Did you mean "!="?
#|   while x is not "a" and x:
#| warned_of_twice.py:8: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   x is 3
#| warned_of_twice.py:9: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   while x is 4:
#| warned_of_twice.py:9: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   while x is 4:
#| warned_of_twice.py:7: SyntaxWarning: "is not" with 'str' literal. Did you mean "!="?
#|   while x is not "a" and x:
