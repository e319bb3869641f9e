"""What the recorders share: run with CPython 3.13 and PYTHONHASHSEED=0, see cases.rs for the form of a line."""
import atexit
import random
import struct
import sys


def text(value):
    return value.encode("unicode_escape").decode("ascii")


def bits(value):
    if value != value:
        return "7ff8000000000000"
    return struct.pack(">d", value).hex()


def shown(value):
    """The outcome column: floats as bits, strings as they are, other things by repr."""
    if isinstance(value, float):
        return bits(value)
    if isinstance(value, str):
        return value
    return repr(value)


def field(value):
    return text(shown(value))


def attempt(function, *arguments):
    try:
        return "=" + shown(function(*arguments))
    except Exception as error:
        message = str(error)
        if isinstance(error, KeyError):
            message = error.args[0]
        return f"!{type(error).__name__}: {message}"


ROWS = {}


def line(operation, arguments, outcome):
    ROWS["\t".join([operation, *map(field, arguments), text(outcome)])] = None


@atexit.register
def write():
    """All rows for a comparison by hand, a sample of them for the repository."""
    rows = list(ROWS)
    if len(sys.argv) == 1 and len(rows) > 480:
        rows = [rows[i] for i in sorted(random.Random(0).sample(range(len(rows)), 480))]
    print("\n".join(rows))


def record(operation, function, *arguments):
    line(operation, arguments, attempt(function, *arguments))


def count(default):
    """How many random cases of a kind: the first argument, for long comparisons by hand."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else default
