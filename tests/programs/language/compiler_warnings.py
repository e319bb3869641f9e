# What the compiler warns of: identity of literals, missing commas, unknown escapes.
x = 1
if x is 1: print("is")
if x is not "a": print("isnt")
print("\d \w", r"\d", b"\q", f"\s{x}")
s = """line
\z
"""
assert (x == 1, "msg")
try: ("a" "b")(1)
except TypeError as e: print(e)
try: [1, 2][1, 0]
except TypeError as e: print(e)
try: 5[0]
except TypeError as e: print(e)
try: (1)(2)
except TypeError as e: print(e)
print(x is (), x is -1, x is None, "\777")

# stdout:
#| is
#| isnt
#| \d \w \d b'\\q' \s1
#| 'str' object is not callable
#| list indices must be integers or slices, not tuple
#| 'int' object is not subscriptable
#| 'int' object is not callable
#| False False False ǿ
# stderr:
#| compiler_warnings.py:5: SyntaxWarning: invalid escape sequence '\d'
#|   print("\d \w", r"\d", b"\q", f"\s{x}")
#| compiler_warnings.py:5: SyntaxWarning: invalid escape sequence '\q'
#|   print("\d \w", r"\d", b"\q", f"\s{x}")
#| compiler_warnings.py:5: SyntaxWarning: invalid escape sequence '\s'
#|   print("\d \w", r"\d", b"\q", f"\s{x}")
#| compiler_warnings.py:6: SyntaxWarning: invalid escape sequence '\z'
#|   s = """line
#| compiler_warnings.py:18: SyntaxWarning: invalid octal escape sequence '\777'
#|   print(x is (), x is -1, x is None, "\777")
#| compiler_warnings.py:3: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   if x is 1: print("is")
#| compiler_warnings.py:4: SyntaxWarning: "is not" with 'str' literal. Did you mean "!="?
#|   if x is not "a": print("isnt")
#| compiler_warnings.py:9: SyntaxWarning: assertion is always true, perhaps remove parentheses?
#|   assert (x == 1, "msg")
#| compiler_warnings.py:10: SyntaxWarning: 'str' object is not callable; perhaps you missed a comma?
#|   try: ("a" "b")(1)
#| compiler_warnings.py:12: SyntaxWarning: list indices must be integers or slices, not tuple; perhaps you missed a comma?
#|   try: [1, 2][1, 0]
#| compiler_warnings.py:14: SyntaxWarning: 'int' object is not subscriptable; perhaps you missed a comma?
#|   try: 5[0]
#| compiler_warnings.py:16: SyntaxWarning: 'int' object is not callable; perhaps you missed a comma?
#|   try: (1)(2)
#| compiler_warnings.py:18: SyntaxWarning: "is" with 'tuple' literal. Did you mean "=="?
#|   print(x is (), x is -1, x is None, "\777")
#| compiler_warnings.py:18: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
#|   print(x is (), x is -1, x is None, "\777")
