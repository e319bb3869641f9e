def outer(a):
    b = 1
    def inner():
        nonlocal b
        b = a + b
        return b
    return lambda: inner() + a
