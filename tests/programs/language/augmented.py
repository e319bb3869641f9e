# Augmented assignment: in place for lists, new objects for tuples, and the famous tuple of lists.
a = [1]
b = a
a += [2]
print(a is b, b)  # expect: True [1, 2]
t = (1,)
u = t
t += (2,)
print(t is u, u)  # expect: False (1,)
pair = ([1], "x")
try:
    pair[0] += [2]
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
print(pair)  # expect: ([1, 2], 'x')
n = 7
n //= 2; n **= 3; n -= 1; n <<= 2; n |= 3; n ^= 5; n &= 0xff; n %= 50; n >>= 1
print(n)  # expect: 5
x = 5
x /= 2
x *= 3
print(x)  # expect: 7.5
s = {1, 2}
s |= {3}; s -= {1}; s &= {2, 3, 4}; s ^= {2, 9}
print(sorted(s))  # expect: [3, 9]
d = {"a": 1}
d |= {"b": 2}
print(d)  # expect: {'a': 1, 'b': 2}
grid = [[0] * 2] * 2
grid[0][1] = 5
print(grid)  # expect: [[0, 5], [0, 5]]
