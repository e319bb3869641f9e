# An exception that is thrown in goes to the inner generator, which may handle it and return
def inner():
    try:
        yield 1
    except KeyError:
        print("caught")
    return 7


def outer():
    a = 1
    r = yield from inner()
    b = 2
    print("outer", a, b, r)
    yield 9


g = outer()
print(next(g))
print(g.throw(KeyError))


def middle():
    x = "x"
    result = yield from outer()
    return x, result


g = middle()
print(next(g))
print(g.throw(KeyError("k")))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)

# stdout:
#| 1
#| caught
#| outer 1 2 7
#| 9
#| 1
#| caught
#| outer 1 2 7
#| 9
#| ('x', None)
