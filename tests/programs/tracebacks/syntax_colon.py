# A missing colon.
print("never printed")
for n in range(3)
    print(n)

# stdout:
# stderr:
#|   File "syntax_colon.py", line 3
#|     for n in range(3)
#|                      ^
#| SyntaxError: expected ':'
# exit: 1
