# Decorators: plain, with arguments, stacked, on classes, and with wraps.
import functools

def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("->", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("<-", result)
        return result
    return wrapper

def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate

@traced
def add(a, b=1):
    """Adds."""
    return a + b

@repeat(2)
@traced
def hello(name):
    return "hi " + name

registry = {}

def register(cls):
    registry[cls.__name__] = cls
    return cls

@register
class Job:
    pass

add(1, b=2)
print(add.__name__, add.__doc__, hello.__name__)
print(hello("Ann"))
print(registry["Job"] is Job)

# stdout:
#| -> add (1,) {'b': 2}
#| <- 3
#| add Adds. wrapper
#| -> hello ('Ann',) {}
#| <- hi Ann
#| -> hello ('Ann',) {}
#| <- hi Ann
#| ['hi Ann', 'hi Ann']
#| True
