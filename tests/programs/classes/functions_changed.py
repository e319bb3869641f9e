# Functions whose code, defaults and names are set; slices, views and code objects as keys.
import functools


def first(a, b=2):
    return a, b


def second(a, b):
    return b, a


def third(*, k=1):
    return k


first.__code__ = second.__code__
print(first(1), first.__name__, first.__qualname__, first.__defaults__)
first.__defaults__ = (7, 8)
print(first())
third.__kwdefaults__ = {"k": 5}
print(third())
third.__kwdefaults__["k"] = 6
print(third())
del first.__defaults__
print(first.__defaults__)


def outer():
    x = 1

    def inner():
        return x
    return inner


def wrong(name, value):
    try:
        setattr(first, name, value)
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


wrong("__defaults__", 5)
wrong("__kwdefaults__", 5)
wrong("__code__", 5)
wrong("__name__", 5)
wrong("__qualname__", None)
wrong("__globals__", {})
wrong("__closure__", ())
wrong("__code__", outer().__code__)


@functools.wraps(first)
def wrapper():
    pass


wrapper.mark = 1
print(sorted(wrapper.__dict__), wrapper.__module__)
print({slice(1): "a"}[slice(1)], slice(1, 2) == slice(1, 2), hash(slice(1, 2)) == hash(slice(1, 2)), slice(1) < slice(2))
print(slice(1, 2, 3).indices(10), slice(-3, -9, -2).indices(4), slice(None, None, -1).indices(0), slice(5).indices(3))
print(second.__code__ == second.__code__, second.__code__ == third.__code__, len({second.__code__, second.__code__}))
for key in ({}.keys(), {}.items(), slice([], 1), (1, [])):
    try:
        hash(key)
    except TypeError as error:
        print(error)
print(hash({}.values()) is not None, b"" <= bytearray(), bytearray(b"b") > b"a", max(b"a", bytearray(b"b")))


class Moved:
    pass


Moved.__module__ = "elsewhere"
print(Moved.__module__, Moved)

# stdout:
#| (2, 1) first first (2,)
#| (8, 7)
#| 5
#| 6
#| None
#| TypeError __defaults__ must be set to a tuple object
#| TypeError __kwdefaults__ must be set to a dict object
#| TypeError __code__ must be set to a code object
#| TypeError __name__ must be set to a string object
#| TypeError __qualname__ must be set to a string object
#| AttributeError readonly attribute
#| AttributeError readonly attribute
#| ValueError first() requires a code object with 0 free vars, not 1
#| ['__wrapped__', 'mark'] __main__
#| a True True True
#| (1, 2, 3) (1, -1, -2) (-1, -1, -1) (0, 3, 1)
#| True False 1
#| unhashable type: 'dict_keys'
#| unhashable type: 'dict_items'
#| unhashable type: 'list'
#| unhashable type: 'list'
#| True True True bytearray(b'b')
#| elsewhere <class 'elsewhere.Moved'>
