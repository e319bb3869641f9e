# send, throw, close, return values, yield from, and finally when the loop is left.
def countdown(n):
    print("start")
    while n > 0:
        got = yield n
        if got: print("got", got)
        n -= 1
    return "done"
g = countdown(3)
print(next(g), g.send("hey"), next(g))
try: next(g)
except StopIteration as e: print("value", e.value)
def chain(*its):
    for it in its:
        r = yield from it
        print("r", r)
print(list(chain([1, 2], countdown(2), "ab")))
def safe():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing"); raise
    finally:
        print("cleanup")
s = safe(); next(s); s.close()
s = safe(); next(s)
try: s.throw(ValueError("thrown"))
except ValueError as e: print("out", e)
def catcher():
    while True:
        try: x = yield
        except ValueError as e: print("caught", e)
        else: print("x", x)
c = catcher(); next(c); c.send(1); c.throw(ValueError("v")); c.send(2)
print(sum(x * x for x in range(10)), max((len(w), w) for w in ["a", "bbb", "cc"]))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 10)), list(takewhile(lambda x: x < 50, fib())))
def avg():
    total = n = 0
    value = None
    while True:
        x = yield value
        total += x; n += 1
        value = total / n
a = avg(); next(a)
print([a.send(v) for v in (10, 20, 60)])
print(type(a), a.gi_running, a.gi_frame is not None)
gen = (i for i in [1, 2, 3]); print(2 in gen, list(gen))
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, [4]], 5]])))
import inspect
print(inspect.isgeneratorfunction(tree), inspect.isgenerator(gen))
g = countdown(1)
try: g.send(5)
except TypeError as e: print(e)
for x in (whole := safe()):
    print(x)
    break
whole.close()
print("after break")

# stdout:
#| start
#| got hey
#| 3 2 1
#| value done
#| r None
#| start
#| r done
#| r None
#| [1, 2, 2, 1, 'a', 'b']
#| closing
#| cleanup
#| cleanup
#| out thrown
#| x 1
#| caught v
#| x 2
#| 285 (3, 'bbb')
#| [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
#| [10.0, 15.0, 30.0]
#| <class 'generator'> False True
#| True [3]
#| generator raised StopIteration StopIteration()
#| [1, 2, 3, 4, 5]
#| True True
#| can't send non-None value to a just-started generator
#| 1
#| closing
#| cleanup
#| after break
