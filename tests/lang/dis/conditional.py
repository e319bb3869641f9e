def pick(a, b):
    x = 1 if a else 2
    if a is None:
        return b
    elif b is not None:
        x = 3
    else:
        x = 4
    return x
