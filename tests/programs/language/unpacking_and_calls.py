# Unpacking, star arguments, walrus, and the TypeErrors of wrong calls.
a, *b, c = range(6); print(a, b, c)
(x, y), z = (1, 2), 3; print(x, y, z)
a, b = b, a; print(a, b)
*a, = "hi"; print(a)
try: a, b = [1]
except ValueError as e: print(e)
try: a, b = [1, 2, 3]
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{"d": 1, "q": 2}))
for bad in (lambda: f(), lambda: f(1), lambda: f(1, a=2, d=1), lambda: f(1, d=1, **{"d": 2})):
    try: print(bad())
    except TypeError as e: print(e)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, {*[1, 2], *[2, 3]}, (*[1],))
def g(x, l=[]):
    l.append(x); return l
print(g(1), g(2), g(3, []), g.__defaults__)
if (n := len("hello")) > 3: print(n)
print([y := 1, y + 1, y ** 2], [last := v for v in range(3)], last)
while chunk := "abc"[:0] or None: pass
data = {"a": 1}
for i, (k, v) in enumerate(data.items()): print(i, k, v)
d = dict(zip("abc", [1, 2, 3])); print(d)
print(*[1, 2, 3], sep="-", end="!\n")
def kw(*, a, b): return a - b
print(kw(b=1, a=5))
try: kw(1, 2)
except TypeError as e: print(e)
try: f(1,2,3,x=1)
except TypeError as e: print(e)
try: (lambda x, y: 0)(1)
except TypeError as e: print(e)
try: (lambda x: 0)(1, 2)
except TypeError as e: print(e)
try: len()
except TypeError as e: print(e)
try: len(1, 2)
except TypeError as e: print(e)
try: int("1", bad=1)
except TypeError as e: print(e)
x = y = []
x.append(1); print(y, x is y)
i = 0
i, lst = 1, [0, 0]
i, lst[i] = 0, 9
print(i, lst)

# stdout:
#| 0 [1, 2, 3, 4] 5
#| 1 2 3
#| [1, 2, 3, 4] 0
#| ['h', 'i']
#| not enough values to unpack (expected 2, got 1)
#| too many values to unpack (expected 2)
#| not enough values to unpack (expected at least 2, got 1)
#| cannot unpack non-iterable int object
#| (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {'z': 7}) (1, 2, 3, (), 1, 5, {'q': 2})
#| f() missing 1 required positional argument: 'a'
#| f() missing 1 required keyword-only argument: 'd'
#| (1, 2, 3, (), 1, 5, {'a': 2})
#| __main__.f() got multiple values for keyword argument 'd'
#| [0, 1, 2, 'a', 'b'] {'a': 3, 'b': 2} {1, 2, 3} (1,)
#| [1, 2] [1, 2] [3] ([1, 2],)
#| 5
#| [1, 2, 1] [0, 1, 2] 2
#| 0 a 1
#| {'a': 1, 'b': 2, 'c': 3}
#| 1-2-3!
#| 4
#| kw() takes 0 positional arguments but 2 were given
#| f() missing 1 required keyword-only argument: 'd'
#| <lambda>() missing 1 required positional argument: 'y'
#| <lambda>() takes 1 positional argument but 2 were given
#| len() takes exactly one argument (0 given)
#| len() takes exactly one argument (2 given)
#| int() got an unexpected keyword argument 'bad'
#| [1] True
#| 0 [9, 0]
