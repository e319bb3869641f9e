# The sieve of Eratosthenes, by slices and by hand.
def by_hand(limit):
    prime = [True] * (limit + 1)
    prime[0] = prime[1] = False
    for n in range(2, limit + 1):
        if prime[n]:
            for multiple in range(n * n, limit + 1, n):
                prime[multiple] = False
    return sum(prime)


def by_division(limit):
    primes = []
    for n in range(2, limit):
        for p in primes:
            if p * p > n:
                primes.append(n)
                break
            if n % p == 0:
                break
        else:
            primes.append(n)
    return len(primes)


for _ in range(3):
    print(by_hand(1_000_000))
print(by_division(80_000))
