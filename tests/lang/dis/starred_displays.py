def join(a, b):
    return [*a, 1], (*a, *b), {*a, 2}, {**a, "k": b}
