# Recursion whose limit was lifted meets that of the memory; within it the calls are made.
# only: lockstep
# exit: 4
# stderr-has: limit reached (memory): more than 200000 calls are under way at once in one thread
import sys

sys.setrecursionlimit(10 ** 9)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def endless():
    return endless()


print(depth(50_000))  # expect: 50000
endless()
