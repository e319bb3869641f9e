# Exit stacks chain what their callbacks raise as nested with statements do; suppress reaches into groups.
import contextlib
from collections import Counter


def fail(kind):
    raise kind(kind.__name__)


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    return " <- ".join(names)


try:
    with contextlib.ExitStack() as stack:
        stack.callback(fail, IndexError)
        stack.callback(fail, KeyError)
        stack.callback(fail, AttributeError)
        1 / 0
except IndexError as error:
    print(chain(error))

try:
    with contextlib.ExitStack() as stack:
        stack.callback(fail, IndexError)
        stack.callback(fail, KeyError)
except IndexError as error:
    print(chain(error))

try:
    raise OSError("outer")
except OSError:
    try:
        with contextlib.ExitStack() as stack:
            stack.callback(fail, IndexError)
            stack.callback(fail, KeyError)
            fail(ValueError)
    except IndexError as error:
        print(chain(error))

with contextlib.suppress(ValueError):
    raise ExceptionGroup("all", [ValueError(1), ValueError(2)])
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("some", [ValueError(1), KeyError(2)])
except ExceptionGroup as group:
    print(repr(group))

print(Counter(a=1, b=0) == Counter(a=1), Counter(a=1, b=0) != Counter(a=1), Counter(a=1) != Counter(a=2))
print(Counter(a=2, b=1, c=0) > Counter("aab"), Counter(a=2, b=1, c=0) >= Counter("aab"), Counter("a") < Counter("aab"))

# stdout:
#| IndexError <- KeyError <- AttributeError <- ZeroDivisionError
#| IndexError
#| IndexError <- KeyError <- ValueError <- OSError
#| ExceptionGroup('some', [KeyError(2)])
#| True False True
#| False True True
