# Closures: late binding, a default that captures the value, nonlocal, cells that outlive the call.
late = [lambda: i for i in range(3)]
print([f() for f in late])  # expect: [2, 2, 2]
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])  # expect: [0, 1, 2]

def counter(start=0):
    def step(by=1):
        nonlocal start
        start += by
        return start
    return step

one, two = counter(), counter(10)
print(one(), one(), two(5), one())  # expect: 1 2 15 3
print(one.__closure__[0].cell_contents, one.__code__.co_freevars)  # expect: 3 ('start',)

def make():
    def show():
        return value
    value = "set after show was made"
    return show

print(make()())  # expect: set after show was made
