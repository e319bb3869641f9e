# contextlib.suppress, finally that returns, __exit__ that raises, sys.exc_info, warnings of loops.
import contextlib
import sys

with contextlib.suppress(KeyError, IndexError):
    [][1]
    print("not reached")

class Raises:
    def __enter__(self):
        return self
    def __exit__(self, *info):
        print(info[0].__name__)
        raise RuntimeError("from exit")

try:
    with Raises():
        raise ValueError("inside")
except RuntimeError as error:
    print(error, "context:", repr(error.__context__))
try:
    1 / 0
except ZeroDivisionError:
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value, trace.tb_lineno, sys.exception() is value)
print(sys.exc_info())

def nested():
    try:
        try:
            raise KeyError("first")
        finally:
            print("inner finally")
            try:
                raise ValueError("handled inside finally")
            except ValueError as error:
                print(error)
    except KeyError as error:
        print("outer", error)

nested()

# stdout:
#| ValueError
#| from exit context: ValueError('inside')
#| ZeroDivisionError division by zero 22 True
#| (None, None, None)
#| inner finally
#| handled inside finally
#| outer 'first'
