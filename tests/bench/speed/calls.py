# Calls of functions: recursion, arguments by name, defaults, closures.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def weigh(value, factor=2, *, offset=0):
    return value * factor + offset


def counter():
    count = 0

    def add(step):
        nonlocal count
        count += step
        return count

    return add


print(fib(27))
total = 0
for i in range(400_000):
    total += weigh(i) + weigh(i, 3) + weigh(i, offset=1)
print(total)
add = counter()
for i in range(800_000):
    add(i)
print(add(0))
