# Every kind of parameter: positional-only, defaults, *args, keyword-only, **kwargs.
def report(a, b, /, c=3, *rest, d, e=5, **more):
    return (a, b, c, rest, d, e, more)

print(report(1, 2, d=4))  # expect: (1, 2, 3, (), 4, 5, {})
print(report(1, 2, 30, 40, 50, d=60, e=70, f=80))  # expect: (1, 2, 30, (40, 50), 60, 70, {'f': 80})
print(report(*[1, 2], **{"d": 4, "x": 9}))  # expect: (1, 2, 3, (), 4, 5, {'x': 9})
print(report(1, *(2, 3, 4), d=0, **{"a": "kept"}))  # expect: (1, 2, 3, (4,), 0, 5, {'a': 'kept'})

def only_keywords(*, key, other="o"):
    return key + other

print(only_keywords(key="k"))  # expect: ko
print(report.__defaults__, report.__kwdefaults__)  # expect: (3,) {'e': 5}
