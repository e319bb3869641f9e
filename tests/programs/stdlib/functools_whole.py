# Functools whole.
import functools, operator
print(functools.reduce(operator.add, [1, 2, 3], 10), functools.reduce(lambda a, b: a * b, range(1, 5)))
p = functools.partial(pow, 2); print(p(5), p, p.func, p.args, p.keywords)
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(V(1) <= V(2), V(3) > V(2), V(1) >= V(1))
@functools.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("s"), show.dispatch(int) is not None, sorted(c.__name__ for c in show.registry))
def deco(f):
    @functools.wraps(f)
    def w(*a, **k): "w doc"; print("call", f.__name__); return f(*a, **k)
    return w
@deco
def g(x): "g doc"; return x
print(g(1), g.__name__, g.__doc__, g.__wrapped__ is not None, g)  if False else print(g(1), g.__name__, g.__doc__)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
class M:
    def __init__(s): s._x = 1
    add = functools.partialmethod(lambda s, a, b: a + b, 5)
print(M().add(3))

# stdout:
#| 16 24
#| 32 functools.partial(<built-in function pow>, 2) <built-in function pow> (2,) {}
#| True True True
#| int list obj True ['int', 'list', 'object']
#| call g
#| 1 g g doc
#| [3, 2, 1]
#| 8
