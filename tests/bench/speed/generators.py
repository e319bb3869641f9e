# Generators: loops over them, chains, send, comprehensions.
def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def even(source):
    for n in source:
        if n % 2 == 0:
            yield n


def squares(source):
    yield from (n * n for n in source)


def average():
    total = count = 0
    value = yield
    while True:
        total += value
        count += 1
        value = yield total / count


print(sum(squares(even(numbers(900_000)))))
mean = average()
next(mean)
for n in range(900_000):
    last = mean.send(n)
print(last)
print(sum(x * y for x in range(1000) for y in range(900) if (x + y) % 3 == 0))
