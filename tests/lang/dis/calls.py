import math
def call(f, *args, **kwargs):
    f()
    f(1, 2, key=3)
    f.method(1, key=2)
    f(*args)
    f(0, *args, key=1, **kwargs)
    math.floor(1.5)
    return f(**kwargs)
