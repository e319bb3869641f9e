# Exceptions of one's own, without a message, with notes, with several arguments and lines.
import traceback

class AppError(Exception):
    pass

class Silent(Exception):
    def __str__(self):
        return ""

class Outer:
    class Inner(Exception):
        pass

def noted():
    error = AppError("with notes")
    error.add_note("first note")
    error.add_note("second\nnote")
    return error

for error in (AppError("message"), AppError(), AppError("a", 1), Silent("x"), Outer.Inner("nested"), noted(), KeyError("k"), ValueError("two\nlines"), OSError(2, "No such file", "name.txt"), StopIteration(5), AssertionError()):
    try:
        raise error
    except Exception as caught:
        print("".join(traceback.format_exception_only(caught)), end="")

# stdout:
#| AppError: message
#| AppError
#| AppError: ('a', 1)
#| Silent
#| Outer.Inner: nested
#| AppError: with notes
#| first note
#| second
#| note
#| KeyError: 'k'
#| ValueError: two
#| lines
#| FileNotFoundError: [Errno 2] No such file: 'name.txt'
#| StopIteration: 5
#| AssertionError
