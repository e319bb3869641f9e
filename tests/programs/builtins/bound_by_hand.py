# types.MethodType binds functions; dir() of a module lists what it has; sums of ranges; iterators of calls.
import operator
import random
import types


class A:
    pass


def hello(self, word="hi"):
    return word, self.name


a = A()
a.name = "a"
a.hello = types.MethodType(hello, a)
print(a.hello(), a.hello("ho"), a.hello.__self__ is a, a.hello.__func__ is hello)
for wrong in (lambda: types.MethodType(hello, None), lambda: types.MethodType(hello)):
    try:
        wrong()
    except TypeError as error:
        print(error)
for name in dir(operator):
    getattr(operator, name)
print("itemgetter" in dir(operator), "__name__" in dir(operator), "__class__" in dir(operator))
print(sum(range(10**7)), sum(range(10, 0, -3), 5), sum(range(5, 5)), sum(range(3), 1.5))
numbers = random.Random(1)
drawn = iter(lambda: numbers.randrange(6), 0)
print(type(drawn).__name__, list(drawn), list(drawn))
try:
    iter(5, 0)
except TypeError as error:
    print(error)

# stdout:
#| ('hi', 'a') ('ho', 'a') True True
#| instance must not be None
#| method expected 2 arguments, got 1
#| True True False
#| 49999995000000 27 0 4.5
#| callable_iterator [1, 4] []
#| iter(v, w): v must be callable
