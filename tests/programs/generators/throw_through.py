# An exception thrown through `yield from` has each line once in its traceback.
def a():
    yield 1
def b():
    yield from a()
g = b()
next(g)
g.throw(ValueError("x"))

# exit: 1

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "throw_through.py", line 8, in <module>
#|     g.throw(ValueError("x"))
#|     ~~~~~~~^^^^^^^^^^^^^^^^^
#|   File "throw_through.py", line 5, in b
#|     yield from a()
#|   File "throw_through.py", line 3, in a
#|     yield 1
#| ValueError: x
# exit: 1
