# Ordinary algorithms: sieve, gcd, binary search, quicksort, memoised Fibonacci.
def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            flags[n * n::n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, flag in enumerate(flags) if flag]

def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

def search(row, wanted):
    low, high = 0, len(row)
    while low < high:
        middle = (low + high) // 2
        if row[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(row) and row[low] == wanted else -1

def quicksort(row):
    if len(row) < 2:
        return row
    pivot, *rest = row
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])

def fib(n, memo={0: 0, 1: 1}):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]

primes = sieve(50)
print(primes)  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
print(gcd(1071, 462))  # expect: 21
print(search(primes, 31), search(primes, 32))  # expect: 10 -1
print(quicksort([3, 6, 1, 8, 2, 9, 2]))  # expect: [1, 2, 2, 3, 6, 8, 9]
print(fib(90))  # expect: 2880067194370816120
