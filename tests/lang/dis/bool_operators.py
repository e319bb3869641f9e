def choose(a, b, c):
    x = a and b or c
    if a and not (b or c):
        return x
    return not a
