# Closures, late binding, code objects, locals() and globals().
def make_counter():
    count = 0
    def inc(by=1):
        nonlocal count
        count += by
        return count
    def reset():
        nonlocal count
        count = 0
    inc.reset = reset
    return inc
a = make_counter(); b = make_counter()
print(a(), a(), b(), a(5))
a.reset()
print(a(), inc := a.__closure__[0].cell_contents)
print(a.__code__.co_freevars, a.__code__.co_varnames, a.__defaults__, make_counter.__code__.co_cellvars)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
x = 10
def shadow():
    try:
        print(x)
        x = 5
    except UnboundLocalError as e:
        print(type(e).__name__, e)
shadow()
def outer():
    def inner():
        print(y)
    try:
        inner()
    except NameError as e:
        print(e)
    y = 1
    inner()
outer()
print(make_counter.__qualname__, a.__qualname__, a.__name__)
print(a.__code__.co_name, a.__code__.co_argcount, a.__code__.co_filename.endswith("closures.py"), a.__code__.co_firstlineno)
print(locals() is globals(), "x" in globals())
def show():
    p = 1
    q = "two"
    return locals()
print(show())

# stdout:
#| 1 2 1 7
#| 1 1
#| ('count',) ('by',) (1,) ('count',)
#| [2, 2, 2]
#| [0, 1, 2]
#| UnboundLocalError cannot access local variable 'x' where it is not associated with a value
#| cannot access free variable 'y' where it is not associated with a value in enclosing scope
#| 1
#| make_counter make_counter.<locals>.inc inc
#| inc 1 False 4
#| True True
#| {'p': 1, 'q': 'two'}
