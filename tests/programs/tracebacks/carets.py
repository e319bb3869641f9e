# Carets below the part of a line that failed: calls, attributes, subscripts, operators, none for a whole line.
import traceback

class Thing:
    part = None

thing, row, table = Thing(), [1, 2], {"a": {"b": 1}}
attempts = [
    lambda: thing.part.size + 1,
    lambda: row[0] + row[5],
    lambda: table["a"]["c"] * 2,
    lambda: len(row) + len(5),
    lambda: (1 + 2) * ("a" + 3),
    lambda: missing,
    lambda: int("x", 10),
    lambda: row.pop(1).nothing(1),
    lambda: -"a",
    lambda: 1 if None < 1 else 2,
    lambda: [x / 0 for x in row],
    lambda: {**table, **5},
    lambda: print(f"{row[9]}"),
]
for attempt in attempts:
    try:
        attempt()
    except Exception:
        traceback.print_exc()

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 9, in <lambda>
#|     lambda: thing.part.size + 1,
#|             ^^^^^^^^^^^^^^^
#| AttributeError: 'NoneType' object has no attribute 'size'
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 10, in <lambda>
#|     lambda: row[0] + row[5],
#|                      ~~~^^^
#| IndexError: list index out of range
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 11, in <lambda>
#|     lambda: table["a"]["c"] * 2,
#|             ~~~~~~~~~~^^^^^
#| KeyError: 'c'
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 12, in <lambda>
#|     lambda: len(row) + len(5),
#|                        ~~~^^^
#| TypeError: object of type 'int' has no len()
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 13, in <lambda>
#|     lambda: (1 + 2) * ("a" + 3),
#|                        ~~~~^~~
#| TypeError: can only concatenate str (not "int") to str
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 14, in <lambda>
#|     lambda: missing,
#|             ^^^^^^^
#| NameError: name 'missing' is not defined
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 15, in <lambda>
#|     lambda: int("x", 10),
#|             ~~~^^^^^^^^^
#| ValueError: invalid literal for int() with base 10: 'x'
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 16, in <lambda>
#|     lambda: row.pop(1).nothing(1),
#|             ^^^^^^^^^^^^^^^^^^
#| AttributeError: 'int' object has no attribute 'nothing'
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 17, in <lambda>
#|     lambda: -"a",
#|             ^^^^
#| TypeError: bad operand type for unary -: 'str'
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 18, in <lambda>
#|     lambda: 1 if None < 1 else 2,
#|                  ^^^^^^^^
#| TypeError: '<' not supported between instances of 'NoneType' and 'int'
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 19, in <lambda>
#|     lambda: [x / 0 for x in row],
#|              ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 20, in <lambda>
#|     lambda: {**table, **5},
#|             ^^^^^^^^^^^^^^
#| TypeError: 'int' object is not a mapping
#| Traceback (most recent call last):
#|   File "carets.py", line 25, in <module>
#|     attempt()
#|     ~~~~~~~^^
#|   File "carets.py", line 21, in <lambda>
#|     lambda: print(f"{row[9]}"),
#|                      ~~~^^^
#| IndexError: list index out of range
