# Recursion works to a depth of hundreds; unbounded recursion is a RecursionError that can be caught.
import sys

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

print(depth(500))  # expect: 500

def forever(n):
    return forever(n + 1)

try:
    forever(0)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
print(sys.getrecursionlimit())  # expect: 1000
sys.setrecursionlimit(200)
try:
    depth(300)
except RecursionError as error:
    print("again:", error)  # expect: again: maximum recursion depth exceeded
sys.setrecursionlimit(1000)

def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)

print(hanoi(6, "A", "B", "C"))  # expect: 63

class Loop:
    def __repr__(self):
        return repr(self)

try:
    repr(Loop())
except RecursionError as error:
    print(type(error).__name__)  # expect: RecursionError
