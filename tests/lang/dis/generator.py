def numbers(n):
    for i in range(n):
        x = yield i
        if x:
            return x
    yield from numbers(n - 1)
total = sum(i for i in numbers(3))
