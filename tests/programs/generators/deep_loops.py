# Generators over generators: a loop over one calls nothing, so 1,100 of them are no recursion too deep.
def naturals(first):
    while True:
        yield first
        first += 1


def without(numbers, prime):
    for number in numbers:
        if number % prime:
            yield number


def primes(count):
    numbers = naturals(2)
    for _ in range(count):
        prime = next(numbers)
        yield prime
        numbers = without(numbers, prime)


chain = (n for n in range(3))
for _ in range(1100):
    chain = (n for n in chain)
for n in chain:
    print(n, end=" ")
print(list(primes(20))[-3:])


def endless(n):
    for x in endless(n + 1):
        yield x


try:
    next(endless(0))
except RecursionError as error:
    print(error)

# stdout:
#| 0 1 2 [61, 67, 71]
#| maximum recursion depth exceeded
