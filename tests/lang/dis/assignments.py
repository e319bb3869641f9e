def assign(pair):
    a, b = pair
    a, b = b, a
    first, *rest = pair
    (a, b), c = rest
    x = y = a
    del x, pair[0], b.attribute
    return first, c, y
