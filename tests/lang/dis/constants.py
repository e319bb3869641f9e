def fold(x):
    a = 2 ** 10 + -3
    b = ("a" * 3, 1.5 / 2, "abc"[1])
    c = [1, 2, 3]
    d = {1: 2, "k": None}
    if x in [1, 2]:
        return x[1:2], x[a:], x[::2]
    return a, b, c, d
