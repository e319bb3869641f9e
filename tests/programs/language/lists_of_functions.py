# Functions are values: in lists and dicts, with attributes, compared, with defaults from a loop.
def add(a, b):
    """Adds two numbers."""
    return a + b

add.calls = 0
operations = {"+": add, "-": lambda a, b: a - b, "*": int.__mul__, "max": max}
for symbol, operation in operations.items():
    print(symbol, operation(6, 3))
    add.calls += 1
print(add.calls, add.__name__, add.__doc__, add.__module__, callable(add), add == operations["+"])
compose = lambda *fs: lambda x: [x := f(x) for f in fs][-1]
print(compose(abs, str, len)(-123))
print((lambda: (yield))().__class__.__name__, (lambda *a, **k: (a, k))(1, b=2))

def outer():
    x = 1
    def middle():
        nonlocal x
        x += 1
        def inner():
            nonlocal x
            x *= 10
            return x
        return inner
    return middle()(), x

print(outer())

# stdout:
#| + 9
#| - 3
#| * 18
#| max 6
#| 4 add Adds two numbers. __main__ True True
#| 3
#| generator ((1,), {'b': 2})
#| (20, 20)
