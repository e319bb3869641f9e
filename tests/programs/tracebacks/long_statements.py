# Of a statement of many lines a traceback shows the first, the last and what it points at
import sys
import traceback


def attempt(function):
    try:
        function()
    except Exception as error:
        traceback.print_exc(file=sys.stdout)


def many():
    raise ValueError(
        "one",
        "two",
        "three",
    )


def three():
    raise ValueError(
        "one",
    )


def operator():
    return (
        1
        + 2
        + 3
        + "four"
        + 5
        + 6
    )


def brackets():
    (lambda: 1 / 0)()


def spaced():
    number = 5
    number (1)


def subscript():
    return [1] [ 5 ]


def accents():
    text = "é".encode("ascii")


for function in (many, three, operator, brackets, spaced, subscript, accents):
    attempt(function)


class Account:
    def __init__(self):
        self.value = 1

    def get(self):
        return value


attempt(lambda: Account().get())

# stdout:
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 14, in many
#|     raise ValueError(
#|     ...<3 lines>...
#|     )
#| ValueError: ('one', 'two', 'three')
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 22, in three
#|     raise ValueError(
#|         "one",
#|     )
#| ValueError: one
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 29, in operator
#|     1
#|     ~
#|     + 2
#|     ~~~
#|     + 3
#|     ~~~
#|     + "four"
#|     ^~~~~~~~
#| TypeError: unsupported operand type(s) for +: 'int' and 'str'
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 39, in brackets
#|     (lambda: 1 / 0)()
#|     ~~~~~~~~~~~~~~~^^
#|   File "long_statements.py", line 39, in <lambda>
#|     (lambda: 1 / 0)()
#|              ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 44, in spaced
#|     number (1)
#|     ~~~~~~~^^^
#| TypeError: 'int' object is not callable
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 48, in subscript
#|     return [1] [ 5 ]
#|            ~~~~^^^^^
#| IndexError: list index out of range
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 52, in accents
#|     text = "é".encode("ascii")
#|            ~~~~~~~~~~^^^^^^^^^
#| UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
#| Traceback (most recent call last):
#|   File "long_statements.py", line 8, in attempt
#|     function()
#|     ~~~~~~~~^^
#|   File "long_statements.py", line 67, in <lambda>
#|     attempt(lambda: Account().get())
#|                     ~~~~~~~~~~~~~^^
#|   File "long_statements.py", line 64, in get
#|     return value
#|            ^^^^^
#| NameError: name 'value' is not defined. Did you mean: 'self.value'?
