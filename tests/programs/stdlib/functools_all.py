# functools: partial, reduce, lru_cache, cache, cmp_to_key, singledispatch, partialmethod, wraps.
import functools
import operator

square = functools.partial(pow, exp=2)
print(square(5), functools.partial(int, base=2)("101"), square.func is pow, square.keywords)  # expect: 25 5 True {'exp': 2}
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(lambda a, b: a + b, [], "start"))  # expect: 120 start

@functools.lru_cache(maxsize=2)
def slow(n):
    return n * 10

slow(1), slow(1), slow(2), slow(3), slow(1)
print(slow.cache_info())  # expect: CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
slow.cache_clear()
print(slow.cache_info(), slow.__wrapped__(4))  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 40

@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80))  # expect: 23416728348467685
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))  # expect: ['A', 'b', 'c']

@functools.singledispatch
def show(value):
    return "object"

@show.register
def _(value: int):
    return "int"

@show.register(list)
def _(value):
    return "list of " + ", ".join(map(show, value))

print(show(1), show("a"), show([1, 2.5]))  # expect: int object list of int, object

class Button:
    def set(self, state):
        self.state = state
        return state
    on = functools.partialmethod(set, True)

print(Button().on())  # expect: True
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)  # expect: reduce() of empty iterable with no initial value
