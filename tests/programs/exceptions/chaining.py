# raise from, implicit context, suppressed context, re-raise, notes.
def lookup(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError(f"no {key}") from error

try:
    lookup("k")
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)  # expect: KeyError('k') KeyError('k') True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError as error:
    print(error, "while", repr(error.__context__), error.__cause__)  # expect: name 'undefined_name' is not defined while ZeroDivisionError('division by zero') None
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("clean") from None
except RuntimeError as error:
    print(error.__cause__, error.__suppress_context__)  # expect: None True
try:
    try:
        raise KeyError("again")
    except KeyError:
        raise
except KeyError as error:
    error.add_note("a note")
    print(repr(error), error.__notes__)  # expect: KeyError('again') ['a note']
try:
    raise
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise
try:
    raise "text"
except TypeError as error:
    print(error)  # expect: exceptions must derive from BaseException
try:
    raise ValueError from 5
except TypeError as error:
    print(error)  # expect: exception causes must derive from BaseException
