# An exception inside a generator, a comprehension and a sort key.
def numbers():
    yield 2
    yield 0

def invert(values):
    return sorted((1 / v for v in values), key=lambda v: -v)

invert(numbers())

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "generator.py", line 9, in <module>
#|     invert(numbers())
#|     ~~~~~~^^^^^^^^^^^
#|   File "generator.py", line 7, in invert
#|     return sorted((1 / v for v in values), key=lambda v: -v)
#|   File "generator.py", line 7, in <genexpr>
#|     return sorted((1 / v for v in values), key=lambda v: -v)
#|                    ~~^~~
#| ZeroDivisionError: division by zero
# exit: 1
