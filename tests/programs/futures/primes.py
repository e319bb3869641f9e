# Primes in a process pool: zip of the numbers with map's results.
import concurrent.futures
import math

NUMBERS = [112272535, 1122725, 115280, 999983, 104729, 1099726]

def is_prime(n):
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    for i in range(3, math.isqrt(n) + 1, 2):
        if n % i == 0:
            return False
    return True

def main():
    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        for number, prime in zip(NUMBERS, executor.map(is_prime, NUMBERS)):
            print("%d is prime: %s" % (number, prime))

if __name__ == "__main__":
    main()

# stdout:
#| 112272535 is prime: False
#| 1122725 is prime: False
#| 115280 is prime: False
#| 999983 is prime: True
#| 104729 is prime: True
#| 1099726 is prime: False
