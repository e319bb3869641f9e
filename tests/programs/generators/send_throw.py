# send, throw, close, and the errors of wrong use.
def average():
    total, n, result = 0, 0, None
    while True:
        try:
            value = yield result
        except ValueError as error:
            print("inside:", error)
            total = n = 0
            continue
        except GeneratorExit:
            print("closing")
            raise
        total += value
        n += 1
        result = total / n

g = average()
try:
    g.send(1)
except TypeError as error:
    print(error)
print(next(g), g.send(10), g.send(20))
print(g.throw(ValueError("reset")))
print(g.send(4))
g.close()
try:
    next(g)
except StopIteration:
    print("closed for good")

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)

def leaking():
    yield 1
    raise StopIteration("no")

try:
    list(leaking())
except RuntimeError as error:
    print(error)

def reenter():
    yield next(me)

me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)

# stdout:
#| can't send non-None value to a just-started generator
#| None 10.0 15.0
#| inside: reset
#| 15.0
#| 4.0
#| closing
#| closed for good
#| generator ignored GeneratorExit
#| generator raised StopIteration
#| generator already executing
