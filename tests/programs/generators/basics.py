# Generators: laziness, state, return value, exhaustion, infinite ones, expressions.
def count(limit):
    print("starting")
    for n in range(limit):
        yield n
        print("after", n)
    return "finished"

g = count(2)
print("created", type(g).__name__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print("value:", stop.value)
print(next(g, "empty"), list(g))

def naturals():
    n = 0
    while True:
        yield n
        n += 1

evens = (n for n in naturals() if n % 2 == 0)
print([next(evens) for _ in range(4)])

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

for n in fib():
    if n > 20:
        break
    print(n, end=",")
print()

# stdout:
#| created generator
#| starting
#| 0
#| after 0
#| 1
#| after 1
#| value: finished
#| empty []
#| [0, 2, 4, 6]
#| 0,1,1,2,3,5,8,13,
