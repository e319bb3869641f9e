# An exception thrown through `yield from` has each line once in its traceback.
def a():
    yield 1
def b():
    yield from a()
g = b()
next(g)
g.throw(ValueError("x"))

# exit: 1
# stderr:
